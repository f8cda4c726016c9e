// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Password hashes: Argon2id (RFC 9106) with 19 MiB and 2 rounds, in its usual notation, so that the cost can be raised
 * later. No more are computed at once than there are processors, nor than a quarter of the heap holds, and few may wait
 * for their turn: a flood of logins takes neither the memory nor the threads that serve everybody else.
 */
final class Passwords {
    private static final int MEMORY = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int LENGTH = 32;
    /** Waiting for its turn takes a second or two at most. */
    private static final int WAITING = 8;

    private static final int AT_ONCE = (int) Math.max(
            1,
            Math.min(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() / 4 / (MEMORY * 1024L)));
    private static final Texts TEXTS = Texts.of(Passwords.class);
    private static final Pattern NOTATION =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** What a login that does not exist is compared with, so that it costs the same: the hash of nothing known. */
    private static final String NOBODY = notation(new byte[16], new byte[LENGTH]);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Semaphore places = new Semaphore(AT_ONCE * (1 + WAITING));

    /**
     * Hashes a password with a salt of its own.
     *
     * @throws Problem unavailable, at once, when too many wait already
     */
    String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return notation(salt, argon(password, salt, MEMORY, ROUNDS, LENGTH));
    }

    private static String notation(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY + ",t=" + ROUNDS + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /**
     * Whether {@code password} is the one hashed; with {@code null} it takes as long and says no.
     *
     * @throws Problem unavailable, at once, when too many wait already
     */
    boolean matches(String password, String hash) {
        Matcher parts = NOTATION.matcher(hash == null ? NOBODY : hash);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password is not in the notation of Argon2id");
        }
        byte[] right = Base64.getDecoder().decode(parts.group(4));
        byte[] given = argon(
                password,
                Base64.getDecoder().decode(parts.group(3)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                right.length);
        return MessageDigest.isEqual(right, given) && hash != null;
    }

    /** A random password that can be read aloud: 20 letters and digits without look-alikes. */
    String random() {
        String alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return password.toString();
    }

    private byte[] argon(String password, byte[] salt, int memory, int rounds, int length) {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(TEXTS.get("login.busy"));
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return compute(password, salt, memory, rounds, length);
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private static byte[] compute(String password, byte[] salt, int memory, int rounds, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(rounds)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
