// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * One version of a published rule document (制度文件, R79): 《“上门办”服务制度》.
 *
 * @param division code of the division that published it
 * @param code its key within the division
 * @param version 1 and up
 * @param title its title
 * @param number its document number (文号), may be {@code null}
 * @param issuer who issued it
 * @param about what it is the rule of: the id of a mode, or another word
 * @param source where it comes from
 * @param sample whether it is a sample
 * @param fileName name of its file
 * @param size bytes of its file
 * @param hash SM3 of its file
 * @param published when this version came into force
 * @param withdrawn when it stopped, {@code null} while in force
 */
@Schema(name = "RuleDocument", description = "制度文件的一个版本 One version of a published rule document")
public record RuleDocument(
        String division,
        String code,
        int version,
        String title,
        String number,
        String issuer,
        String about,
        String source,
        boolean sample,
        String fileName,
        long size,
        String hash,
        Instant published,
        Instant withdrawn) {}
