// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

/**
 * A person who works at a site, with their post (岗位).
 *
 * @param id the registry's own number
 * @param site code of the site
 * @param name what people read
 * @param post 综合窗口A岗
 * @param account login of the person's account, {@code null} while they have none
 * @param window number of the window they sit at, {@code null} when at none
 */
public record Staff(long id, String site, String name, String post, String account, Integer window) {}
