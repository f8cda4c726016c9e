// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** What a citizen follows a complaint with. Only its hash is kept: who reads the tables cannot follow in their name. */
final class FollowCode {
    /** No characters that look like others when written by hand; 50 bits in all. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    private FollowCode() {}

    static String random(SecureRandom random) {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** What is kept of a code. */
    static String hash(String code) {
        try {
            byte[] bytes = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean matches(String code, String hash) {
        byte[] given = hash(code).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
    }
}
