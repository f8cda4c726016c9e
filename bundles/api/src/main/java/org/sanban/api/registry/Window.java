// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

/**
 * A window or work place at a site (窗口、工位).
 *
 * @param site code of its site
 * @param number its number at the site, 1 and up
 * @param name 综合窗口
 */
public record Window(String site, int number, String name) {}
