// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The hash chain of a case's journal: each entry carries the SM3 (GB/T 32905) of the one before it and of its own
 * fields, each preceded by its length, so that no two entries share an input.
 */
final class Chain {
    /** What the first entry of a case is chained to. */
    static final byte[] START = new byte[32];

    private Chain() {}

    /** The hash of {@code entry} of the case {@code number} after the entry with the hash {@code before}. */
    static byte[] hash(byte[] before, String number, JournalEntity entry) {
        SM3Digest digest = new SM3Digest();
        digest.update(before, 0, before.length);
        field(digest, number);
        number(digest, entry.seq);
        number(digest, entry.at);
        field(digest, entry.kind);
        field(digest, entry.action);
        field(digest, entry.fromStage);
        field(digest, entry.toStage);
        field(digest, entry.account);
        field(digest, entry.actor);
        field(digest, entry.channel);
        number(digest, entry.shown ? 1 : 0);
        field(digest, entry.detail);
        return done(digest);
    }

    /** The SM3 of a text: what an idempotency key stands for. */
    static byte[] hash(String text) {
        SM3Digest digest = new SM3Digest();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        return done(digest);
    }

    /** A hash as 64 hex digits. */
    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static void field(SM3Digest digest, String text) {
        if (text == null) {
            number(digest, -1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes, 0, bytes.length);
    }

    private static void number(SM3Digest digest, long number) {
        digest.update(ByteBuffer.allocate(8).putLong(number).array(), 0, 8);
    }

    private static byte[] done(SM3Digest digest) {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
