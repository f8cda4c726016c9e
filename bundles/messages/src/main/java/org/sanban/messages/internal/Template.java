// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * What people are told at an event (消息模板). Words and fields may hold <code>{matter}</code> and the like, see
 * {@link Facts#NAMES}.
 *
 * @param id its key, {@code null} for a new one
 * @param version grows with each change
 * @param event a {@link org.sanban.api.journal.JournalEntry.Kind}, {@code mode/action}, or {@code REMIND}
 * @param matter code of the only matter it is for, {@code null} for all
 * @param channel id of the only channel it is for, {@code null} for all
 * @param language {@code zh} or {@code en}
 * @param external the template's id at the channel, {@code null} where it takes free text
 * @param fields pattern by field of the channel's template
 * @param words pattern of the whole message
 * @param link pattern of an address where more can be read, {@code null} for none
 * @param important whether a person calls where nothing reaches
 * @param source where the words were taken from
 */
@Schema(name = "MessageTemplate", description = "消息模板 What people are told at an event")
public record Template(
        Long id,
        int version,
        String event,
        String matter,
        String channel,
        String language,
        String external,
        Map<String, String> fields,
        String words,
        String link,
        boolean important,
        String source) {
    static Template of(TemplateEntity row) {
        return new Template(
                row.id,
                row.version,
                row.event,
                row.matter.isEmpty() ? null : row.matter,
                row.channel.isEmpty() ? null : row.channel,
                row.language,
                row.external,
                Content.fields(row.fields),
                row.words,
                row.link,
                row.important,
                row.source);
    }

    /** How closely it fits, the higher the closer. */
    int closeness() {
        return (matter == null ? 0 : 2) + (channel == null ? 0 : 1);
    }
}
