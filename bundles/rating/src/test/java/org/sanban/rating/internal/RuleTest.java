// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final BigDecimal TEN = BigDecimal.TEN;

    @Test
    void stepsCountFromTheirValueOn() {
        Rule rule = rule("分档：1200=10；400=5");
        assertEquals("0.00", points(rule, "399.99"));
        assertEquals("5.00", points(rule, "400"));
        assertEquals("5.00", points(rule, "1199"));
        assertEquals("10.00", points(rule, "1200"));
        assertEquals("10.00", points(rule, "999999"));
        assertEquals(new BigDecimal(1200), rule.best(TEN));
    }

    @Test
    void linearIsInBetweenAndNoMoreBeyondTheEnds() {
        Rule rule = rule("线性：80=0;100=10");
        assertEquals("0.00", points(rule, "0"));
        assertEquals("0.00", points(rule, "80"));
        assertEquals("2.50", points(rule, "85"));
        assertEquals("6.67", points(rule, "93.333"));
        assertEquals("10.00", points(rule, "100"));
        Rule falling = rule("linear: 0=10; 4=2; 10=0");
        assertEquals("6.00", points(falling, "2"));
        assertEquals("0.00", points(falling, "11"));
        assertEquals(BigDecimal.ZERO, falling.best(TEN));
    }

    @Test
    void deductionsNeverGoBelowNothing() {
        Rule rule = rule("扣分：2；1");
        assertEquals("10.00", points(rule, "0"));
        assertEquals("10.00", points(rule, "1"));
        assertEquals("8.00", points(rule, "2"));
        assertEquals("0.00", points(rule, "40"));
        assertEquals("扣分：2；1", rule.text());
    }

    @Test
    void pointsAreRoundedHalfUpToTwoDecimals() {
        assertEquals("3.34", points(rule("linear:0=0;3=10"), "1.0005"));
        assertEquals("0.01", points(rule("linear:0=0;100=10"), "0.05"));
        assertEquals("0.00", points(rule("linear:0=0;100=10"), "0.0499"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String text : new String[] {"分档：1=5", "线性：0=0；100=7.5", "扣分：0.5"}) {
            assertEquals(text, rule(text).text());
            assertEquals(rule(text), Json.read(Json.write(rule(text)), Rule.class));
        }
        for (String text : new String[] {"", "好", "分档", "分档：", "分档：x=1", "线性：1", "扣分：1；2；3", "扣分：-1", "满分：10"}) {
            assertTrue(Rule.parse(text).isEmpty(), text);
        }
    }

    static Rule rule(String text) {
        return Rule.parse(text).orElseThrow();
    }

    private static String points(Rule rule, String value) {
        return rule.points(new BigDecimal(value), TEN).toPlainString();
    }
}
