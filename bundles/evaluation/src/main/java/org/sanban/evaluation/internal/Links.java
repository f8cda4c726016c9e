// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of links: which invitation, its first or second rating, until when, signed (HMAC-SHA256, of which 128 bits
 * are kept, so that the QR code stays coarse). That one is spent by its rating the database sees to.
 */
final class Links {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIM = Long.BYTES + Byte.BYTES + Integer.BYTES;
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;

    Links(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * What a token says.
     *
     * @param invitation id
     * @param nth 1 for the first rating, 2 for that after a rectification
     * @param expires from when on it is not accepted
     */
    record Claim(long invitation, int nth, Instant expires) {}

    /** A token; the same for the same claim. */
    String token(Claim claim) {
        byte[] said = ByteBuffer.allocate(CLAIM)
                .putLong(claim.invitation())
                .put((byte) claim.nth())
                .putInt((int) claim.expires().getEpochSecond())
                .array();
        byte[] all = Arrays.copyOf(said, CLAIM + SIGNATURE);
        System.arraycopy(sign(said), 0, all, CLAIM, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** What a token says, expired or not; {@code null} when it is not ours or was changed. */
    Claim read(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (all.length != CLAIM + SIGNATURE) {
            return null;
        }
        byte[] signature = Arrays.copyOfRange(all, CLAIM, all.length);
        if (!MessageDigest.isEqual(signature, sign(Arrays.copyOf(all, CLAIM)))) {
            return null;
        }
        ByteBuffer said = ByteBuffer.wrap(all);
        return new Claim(said.getLong(), said.get(), Instant.ofEpochSecond(Integer.toUnsignedLong(said.getInt())));
    }

    private byte[] sign(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(said), SIGNATURE);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
