// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralTest {
    @Test
    void aFileGivesAllAsOneAndADefaultEachByItself() {
        assertEquals(List.of("wechat", "sms"), Several.of("wechat, sms"));
        assertEquals(List.of("wechat", "sms"), Several.of("wechat", "sms"));
        assertEquals(List.of("5|示例，待定"), Several.of(" 5|示例，待定 ,"));
        assertEquals(List.of(), Several.of(""));
    }
}
