// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Bearer tokens: signed (JWT, HS256), expiring, accepted by every node that has the key. */
final class Tokens {
    private static final String GENERATION = "gen";

    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final Clock clock;

    Tokens(byte[] key, Clock clock) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param login whose it is
     * @param generation the account's generation when it was given
     * @param expires when it stops being accepted
     */
    record Claim(String login, int generation, Instant expires) {}

    /** A token for an account. */
    String issue(String login, int generation, Instant expires) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(login)
                .claim(GENERATION, generation)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** When a token given now expires, to the second. */
    Instant expiry(Duration life) {
        return Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
    }

    /** What a token says; null when it is not ours, was changed, or has expired. */
    Claim read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
                return null;
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant expires = claims.getExpirationTime().toInstant();
            return expires.isAfter(clock.instant())
                    ? new Claim(claims.getSubject(), claims.getIntegerClaim(GENERATION), expires)
                    : null;
        } catch (ParseException | JOSEException e) {
            return null;
        }
    }
}
