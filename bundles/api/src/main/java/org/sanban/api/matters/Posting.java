// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.time.Instant;

/**
 * A record that a guide was published somewhere outside the platform: in a channel (对外发布, R134), or printed, on the notice
 * board of a site (公开栏, R23, R24).
 *
 * @param matter code of the matter
 * @param version version of its guide that was published
 * @param channel id of the channel: {@code wechat}, {@code douyin}; or the code of the site
 * @param reference where it is found: an address, the number of an article, which board of the hall; at most 500 characters
 * @param postedAt when
 * @param postedBy by which account
 */
public record Posting(
        String matter, int version, String channel, String reference, Instant postedAt, String postedBy) {}
