// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Posts to the platform on this machine as the outside parties would: signed, and sealed in WeChat's way. */
final class Callbacks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BLOCK = 32;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final SecureRandom random = new SecureRandom();

    /** What the platform answered. */
    record Said(int status, String body) {}

    /**
     * Posts a message sealed as WeChat does (安全模式).
     *
     * @param port the platform's, on this machine
     * @return the answer, opened
     */
    Said seal(int port, String path, String token, String aesKey, String appId, String xml) throws IOException {
        byte[] key = Base64.getDecoder().decode(aesKey + "=");
        String sealed = seal(key, appId, xml);
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        String nonce = Integer.toString(random.nextInt(Integer.MAX_VALUE));
        String query = "?signature=" + sha1(token, timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce
                + "&encrypt_type=aes&msg_signature=" + sha1(token, timestamp, nonce, sealed);
        String body =
                "<xml><ToUserName><![CDATA[gh_demo]]></ToUserName><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>";
        Said said = post(port, path + query, body, Map.of("Content-Type", "text/xml"), StandardCharsets.UTF_8);
        String inside = between(said.body(), "<Encrypt>", "</Encrypt>");
        return inside == null ? said : new Said(said.status(), open(key, inside));
    }

    /** Posts an event signed as Douyin does. */
    Said sign(int port, String path, String secret, String json) throws IOException {
        return post(port, path, json, Map.of("X-Douyin-Signature", hex(secret + json)), StandardCharsets.UTF_8);
    }

    /** Posts JSON, where the headers do not say otherwise, in an encoding that nothing names. */
    Said post(int port, String path, String body, Map<String, String> headers, Charset written) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, written));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Said(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String seal(byte[] key, String appId, String xml) {
        byte[] head = new byte[16];
        random.nextBytes(head);
        byte[] text = xml.getBytes(StandardCharsets.UTF_8);
        byte[] id = appId.getBytes(StandardCharsets.UTF_8);
        int plain = head.length + Integer.BYTES + text.length + id.length;
        byte[] all = new byte[plain + BLOCK - plain % BLOCK];
        ByteBuffer.wrap(all).put(head).putInt(text.length).put(text).put(id);
        Arrays.fill(all, plain, all.length, (byte) (all.length - plain));
        return Base64.getEncoder().encodeToString(aes(Cipher.ENCRYPT_MODE, key, all));
    }

    private static String open(byte[] key, String sealed) {
        byte[] all = aes(Cipher.DECRYPT_MODE, key, Base64.getDecoder().decode(sealed));
        int length = ByteBuffer.wrap(all, 16, Integer.BYTES).getInt();
        return new String(all, 16 + Integer.BYTES, length, StandardCharsets.UTF_8);
    }

    private static byte[] aes(int mode, byte[] key, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha1(String... parts) {
        return hex(String.join("", Stream.of(parts).sorted().toList()));
    }

    private static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands between two words, {@code null} when they are not there. */
    static String between(String text, String before, String after) {
        int start = text.indexOf(before);
        int end = start < 0 ? -1 : text.indexOf(after, start);
        return end < 0 ? null : text.substring(start + before.length(), end);
    }
}
