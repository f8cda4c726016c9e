// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * SM2 keys of a made-up platform and of the county it knows, made where they are used.
 *
 * @param platform the platform's own
 * @param county the county's, of which a real platform would know the public half alone
 */
public record SmKeys(KeyPair platform, KeyPair county) {
    static final Provider BC = new BouncyCastleProvider();

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    /** New ones. */
    public static SmKeys make() {
        return new SmKeys(pair(), pair());
    }

    /** Those that lie in a folder; made there when any is missing. */
    static SmKeys in(Path folder) throws IOException {
        List<Path> files = files(folder);
        if (!files.stream().allMatch(Files::exists)) {
            make().write(folder);
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("EC", BC);
            return new SmKeys(pair(factory, files.get(0), files.get(1)), pair(factory, files.get(2), files.get(3)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("no SM2 keys: " + files, e);
        }
    }

    /** Writes them as PEM files: the county needs {@code demo-county.pem} and {@code demo-platform.pem}. */
    public void write(Path folder) throws IOException {
        List<Path> files = files(folder);
        write(files.get(0), PRIVATE, platform.getPrivate());
        write(files.get(1), PUBLIC, platform.getPublic());
        write(files.get(2), PRIVATE, county.getPrivate());
        write(files.get(3), PUBLIC, county.getPublic());
    }

    private static List<Path> files(Path folder) {
        return List.of(
                folder.resolve("demo-platform-private.pem"),
                folder.resolve("demo-platform.pem"),
                folder.resolve("demo-county.pem"),
                folder.resolve("demo-county-public.pem"));
    }

    private static void write(Path file, String what, Key key) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n-----END "
                        + what + "-----\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static KeyPair pair(KeyFactory factory, Path own, Path open) throws IOException, GeneralSecurityException {
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(read(open))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(read(own))));
    }

    private static byte[] read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Base64.getDecoder().decode(text);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
