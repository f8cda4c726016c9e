// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Bytes from outside as text: UTF-8 and nothing that merely looks like it. */
final class Utf8 {
    private static final Texts TEXTS = Texts.of(Utf8.class);

    private Utf8() {}

    /** @throws Problem invalid, when it is another encoding */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", TEXTS.get("not-utf8"));
        }
    }
}
