// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    /** GB/T 32918.5-2017, annex A: the example of a signature on the recommended curve. */
    private static final String PRIVATE = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";

    private static final String X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    /** Made by openssl 3.0: genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2. */
    private static final String OPENSSL_PRIVATE =
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgWUm1XU0PeQm7VBfV
            wfgtmtd90Vcghkdq8YV7CD6lhvehRANCAASSw0tsy/Igcn1NLkWDT/Hc2mt4qW/Z
            /TnzAYya2A04AM1RKMq/nLN/BYf9xr47zp+fgffQbfH4XBa5OZNvMrV/
            -----END PRIVATE KEY-----
            """;

    private static final String OPENSSL_PUBLIC =
            """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEksNLbMvyIHJ9TS5Fg0/x3NpreKlv
            2f058wGMmtgNOADNUSjKv5yzfwWH/ca+O86fn4H30G3x+FwWuTmTbzK1fw==
            -----END PUBLIC KEY-----
            """;

    private final X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
    private final ECDomainParameters domain = new ECDomainParameters(curve);
    private final ECPublicKeyParameters published = new ECPublicKeyParameters(
            curve.getCurve().createPoint(new BigInteger(X, 16), new BigInteger(Y, 16)), domain);

    @TempDir
    Path folder;

    @Test
    void sm3IsThatOfTheStandard() {
        // GB/T 32905-2016, annex A, both examples.
        assertEquals("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Seal.sm3("abc"));
        assertEquals("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732", Seal.sm3("abcd".repeat(16)));
    }

    @Test
    void sm2IsThatOfTheStandard() {
        byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(false, published);
        signer.update(message, 0, message.length);
        byte[] signature = new BigInteger("00" + R + S, 16).toByteArray();
        byte[] plain = java.util.Arrays.copyOfRange(signature, signature.length - 64, signature.length);
        assertTrue(signer.verifySignature(plain), "what the platform's signer takes is the standard's signature");

        Seal seal = new Seal(new ECPrivateKeyParameters(new BigInteger(PRIVATE, 16), domain), published);
        Seal.Slip slip = Seal.Slip.of("{}".getBytes(StandardCharsets.UTF_8), "1", "n");
        assertTrue(seal.verifies(slip, seal.sign(slip)), "the standard's pair of keys belongs together");
    }

    @Test
    void whatWasChangedIsNotBelieved() {
        Seal seal = new Seal(new ECPrivateKeyParameters(new BigInteger(PRIVATE, 16), domain), published);
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        String signature = seal.sign(Seal.Slip.of(body, "1000", "n1"));
        assertTrue(seal.verifies(Seal.Slip.of(body, "1000", "n1"), signature));
        assertFalse(seal.verifies(Seal.Slip.of("{\"a\":2}".getBytes(StandardCharsets.UTF_8), "1000", "n1"), signature));
        assertFalse(seal.verifies(Seal.Slip.of(body, "1001", "n1"), signature));
        assertFalse(seal.verifies(Seal.Slip.of(body, "1000", "n2"), signature));
        assertFalse(seal.verifies(Seal.Slip.of(body, "1000", "n1"), "no base64 !"));
        assertFalse(seal.verifies(Seal.Slip.of(body, "1000", "n1"), ""));
        assertFalse(seal.verifies(Seal.Slip.of(body, "1000", "n1"), "AAAA"));
    }

    @Test
    void keysAreReadAsOpensslWritesThem() throws IOException {
        Path own = Files.writeString(folder.resolve("own.pem"), OPENSSL_PRIVATE);
        Path theirs = Files.writeString(folder.resolve("theirs.pem"), OPENSSL_PUBLIC);
        Seal seal = new Seal(Seal.privateKey(own), Seal.publicKey(theirs));
        Seal.Slip slip = Seal.Slip.of(new byte[0], "1", "n");
        assertTrue(seal.verifies(slip, seal.sign(slip)));
        assertThrows(IOException.class, () -> Seal.privateKey(folder.resolve("none.pem")));
        Path broken = Files.writeString(folder.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\n?\n");
        assertThrows(IOException.class, () -> Seal.privateKey(broken));
    }
}
