// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

/**
 * A vehicle that visits are made with.
 *
 * @param code its key, 2 to 20 capitals, digits and {@code -}: {@code CG-01}
 * @param division 12-digit code of the division it belongs to
 * @param name what people read: 城关镇服务车（示例）
 * @param active whether it can be booked
 */
public record Vehicle(String code, String division, String name, boolean active) {}
