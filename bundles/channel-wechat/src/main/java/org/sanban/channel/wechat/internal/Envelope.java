// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * How an account's callback is signed, and sealed where it has a key (消息加解密): SHA-1 over the sorted parts; AES-256-CBC
 * over 16 random bytes, the length, the message and the AppID, padded to 32. Both are WeChat's to choose.
 */
final class Envelope {
    private static final Texts TEXTS = Texts.of(Envelope.class);
    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;
    private static final int BLOCK = 32;

    private final String token;
    private final byte[] key;
    private final byte[] appId;

    /** @param aesKey 43 characters, or empty for plain mode */
    Envelope(String token, String aesKey, String appId) {
        this.token = token;
        this.key = aesKey.isEmpty() ? null : Base64.getDecoder().decode(aesKey + "=");
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether messages must come sealed. */
    boolean sealed() {
        return key != null;
    }

    String sign(String... parts) {
        StringBuilder sorted = new StringBuilder();
        Stream.concat(Stream.of(token), Stream.of(parts)).sorted().forEach(sorted::append);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha.digest(sorted.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Problem forbidden, when these parts are not what was signed */
    void check(String signature, String... parts) {
        byte[] given = String.valueOf(signature).getBytes(StandardCharsets.UTF_8);
        if (Stream.of(parts).anyMatch(part -> part == null)
                || !MessageDigest.isEqual(sign(parts).getBytes(StandardCharsets.UTF_8), given)) {
            throw refused();
        }
    }

    /** @throws Problem forbidden, always with the same words, when it was not sealed for this account */
    String open(String sealed) {
        try {
            byte[] bytes =
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(sealed.strip()));
            int end = bytes.length - padding(bytes);
            if (end < HEAD) {
                throw refused();
            }
            int length = ByteBuffer.wrap(bytes, RANDOM, Integer.BYTES).getInt();
            if (length < 0
                    || length > end - HEAD
                    || !MessageDigest.isEqual(appId, Arrays.copyOfRange(bytes, HEAD + length, end))) {
                throw refused();
            }
            return Utf8.text(Arrays.copyOfRange(bytes, HEAD, HEAD + length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private static int padding(byte[] bytes) {
        int last = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
        if (last < 1 || last > BLOCK || last > bytes.length) {
            throw refused();
        }
        return last;
    }

    /** @param random 16 bytes that nobody can foresee */
    String seal(String message, byte[] random) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        int plain = HEAD + text.length + appId.length;
        int padding = BLOCK - plain % BLOCK;
        ByteBuffer all = ByteBuffer.allocate(plain + padding)
                .put(random, 0, RANDOM)
                .putInt(text.length)
                .put(text)
                .put(appId);
        Arrays.fill(all.array(), plain, plain + padding, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(all.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
        return cipher;
    }

    private static Problem refused() {
        return Problem.forbidden(TEXTS.get("signature"));
    }
}
