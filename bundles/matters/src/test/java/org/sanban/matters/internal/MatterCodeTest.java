// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.matters.MatterType;

class MatterCodeTest {
    private final CodeForms forms = CodeForms.bundled();

    @ParameterizedTest
    @CsvSource({
        "440118009000, BASIC",
        "6120A010100Y, BASIC",
        "11440100007482575H3440118009000, IMPLEMENTATION",
        "11440100007482575H344011800900001, HANDLING_ITEM",
        "12441500196720244T3442199806003, REGIONAL",
        "511A0138000000-511602000000-000-115113010833722043-1-00, REGIONAL",
        "1J-5100-00019-511602000000-000-11511301008778386B-1-00, REGIONAL",
        "E-000004-001-11511301008778386B, REGIONAL",
        "0112345001, REGIONAL",
        "201234500Y, REGIONAL"
    })
    void formsThatAreTaken(String code, MatterCode.Kind kind) {
        MatterCode told = forms.tell(code);
        assertNull(told.fault(), () -> told.fault().zh());
        assertEquals(kind, told.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "11440100007482575X3440118009000, 统一社会信用代码",
        "11440100007482575H8440118009000, 行使层级",
        "11440100007482575H0440118009000, 行使层级",
        "11440100007482575H3441118009000, 事项类型",
        "441118009000, 事项类型",
        "44011I009000, I、O、Z、S、V",
        "440118009Y00, 子项",
        "11440100007482575H34401180090000A, 2 位数字",
        "12441500196720244X3442199806003, 统一社会信用代码",
        "123, 四川实施编码",
        "'', 0 位"
    })
    void codesThatAreRefusedWithAReason(String code, String reason) {
        MatterCode told = forms.tell(code);
        assertNotNull(told.fault(), code);
        assertTrue(told.fault().zh().contains(reason), told.fault().zh());
    }

    @Test
    void aNationalCodeTellsItsType() {
        assertEquals(
                MatterType.LICENCE,
                forms.tell("11440100007482575H3440118009000").type().orElseThrow());
        assertEquals(
                MatterType.PUBLIC_SERVICE, forms.tell("6120A010100Y").type().orElseThrow());
        assertTrue(forms.tell("0112345001").type().isEmpty());
    }

    @Test
    void codesAreWrittenInCapitalsWithoutBlanks() {
        assertEquals("511F82001002-1", MatterCode.normal(" 511f82001002-1\u3000"));
        assertEquals("", MatterCode.normal(null));
    }

    @Test
    void anOperatorMayListOtherForms(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "id,name,pattern,source\nx,某地,\"X[0-9]{2,3}\",某地规范\n");
        assertNull(CodeForms.of(file).tell("X123").fault());
        assertNotNull(CodeForms.of(file).tell("0112345001").fault());
        Path broken = Files.writeString(folder.resolve("b.csv"), "id,name,pattern,source\nx,某地,[,某地\n");
        assertThrows(IllegalArgumentException.class, () -> CodeForms.of(broken));
    }
}
