// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Signs what goes out and verifies what comes in: SM3 (GB/T 32905) of the body, SM2 (GB/T 32918, the usual user id
 * 1234567812345678, DER, Base64) over digest, time and nonce, so that nothing can be said twice.
 */
final class Seal {
    private final ECPrivateKeyParameters own;
    private final ECPublicKeyParameters theirs;

    /** @param own may be {@code null} where nothing is signed */
    Seal(ECPrivateKeyParameters own, ECPublicKeyParameters theirs) {
        this.own = own;
        this.theirs = theirs;
    }

    /**
     * What is signed of a message.
     *
     * @param digest SM3 of its body, 64 hex digits
     * @param time milliseconds since 1970
     * @param nonce told once
     */
    record Slip(String digest, String time, String nonce) {
        static Slip of(byte[] body, String time, String nonce) {
            return new Slip(sm3(body), time, nonce);
        }

        private byte[] bytes() {
            return (digest + "\n" + time + "\n" + nonce).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** SM3 as 64 hex digits. */
    static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    static String sm3(String text) {
        return sm3(text.getBytes(StandardCharsets.UTF_8));
    }

    String sign(Slip slip) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, own);
        byte[] bytes = slip.bytes();
        signer.update(bytes, 0, bytes.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the other side signed it. */
    boolean verifies(Slip slip, String signature) {
        try {
            SM2Signer signer = new SM2Signer();
            signer.init(false, theirs);
            byte[] bytes = slip.bytes();
            signer.update(bytes, 0, bytes.length);
            return signer.verifySignature(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Reads a private key: PKCS#8 in PEM, on the curve sm2p256v1.
     *
     * @throws IOException when there is none, or no such key
     */
    static ECPrivateKeyParameters privateKey(Path file) throws IOException {
        return onCurve(PrivateKeyFactory.createKey(pem(file)), ECPrivateKeyParameters.class);
    }

    /** Reads a public key: SubjectPublicKeyInfo in PEM. */
    static ECPublicKeyParameters publicKey(Path file) throws IOException {
        return onCurve(PublicKeyFactory.createKey(pem(file)), ECPublicKeyParameters.class);
    }

    private static <K extends ECKeyParameters> K onCurve(AsymmetricKeyParameter key, Class<K> type) throws IOException {
        if (type.isInstance(key) && type.cast(key).getParameters().getN().bitLength() == 256) {
            return type.cast(key);
        }
        throw new IOException("no SM2 key");
    }

    private static byte[] pem(Path file) throws IOException {
        StringBuilder base64 = new StringBuilder();
        Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .filter(line -> !line.startsWith("-----"))
                .forEach(line -> base64.append(line.strip()));
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException e) {
            throw new IOException("no PEM", e);
        }
    }
}
