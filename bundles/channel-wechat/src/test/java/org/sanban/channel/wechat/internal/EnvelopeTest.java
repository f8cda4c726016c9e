// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

/** Signing and sealing, against the examples that WeChat gives with its documentation (WXBizMsgCrypt). */
class EnvelopeTest {
    private static final byte[] RANDOM = "aaaabbbbccccdddd".getBytes(StandardCharsets.US_ASCII);
    private static final Envelope PAM = new Envelope("pamtest", Settings.KEY, "wxb11529c136998cb6");
    private static final Envelope SPAM = new Envelope("spamtest", Settings.KEY, "wx2c2769f8efd9abc2");
    private static final String SEALED =
            "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9"
                    + "FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5"
                    + "VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJ"
                    + "pXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQL"
                    + "Czpu9GhglF2PE=";

    @Test
    void itSealsAsTheExampleDoes() {
        assertEquals(
                "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==",
                PAM.seal("我是中文abcd123", RANDOM));
    }

    @Test
    void itOpensTheExample() {
        SPAM.check("5d197aaffba7e9b25a30732f161a50dee96bd5fa", "1409735669", "1320562132", SEALED);
        String message = SPAM.open(SEALED);
        assertTrue(message.contains("<Content><![CDATA[abcdteT]]></Content>\n<MsgId>6054768590064713728</MsgId>"));
        Incoming incoming = Incoming.read(message);
        assertEquals("oyORnuP8q7ou2gfYjqLzSIWZf0rs", incoming.text("FromUserName"));
    }

    @Test
    void theExampleOfTheAddressCheckIsRight() {
        Envelope example = new Envelope("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
        String echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        example.check("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780", echo);
        assertEquals("1616140317555161061", example.open(echo));
    }

    @Test
    void everyLengthComesBackAsItWas() {
        for (int length = 0; length < 70; length++) {
            String text = "示".repeat(length);
            assertEquals(text, PAM.open(PAM.seal(text, RANDOM)));
        }
    }

    @Test
    void whatWasNotSealedForThisAccountIsRefusedAlwaysInTheSameWords() {
        String other = new Envelope("pamtest", Settings.KEY, "wxother").seal("示例", RANDOM);
        String tampered = (SEALED.charAt(0) == 'A' ? 'B' : 'A') + SEALED.substring(1, SEALED.length() - 8) + "AAAAAAE=";
        for (String wrong : new String[] {other, SEALED, tampered, "", "====", "YWJj", "AAAAAAAAAAAAAAAAAAAAAA=="}) {
            Problem problem = assertThrows(Problem.class, () -> PAM.open(wrong), wrong);
            assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
            assertEquals("签名验证失败。", problem.detail().zh());
        }
    }

    @Test
    void anotherSignatureIsRefused() {
        for (String wrong : new String[] {null, "", "5d197aaffba7e9b25a30732f161a50dee96bd5fb"}) {
            assertThrows(Problem.class, () -> SPAM.check(wrong, "1409735669", "1320562132", SEALED));
        }
        assertThrows(
                Problem.class,
                () -> SPAM.check("5d197aaffba7e9b25a30732f161a50dee96bd5fa", "1409735669", null, SEALED));
    }
}
