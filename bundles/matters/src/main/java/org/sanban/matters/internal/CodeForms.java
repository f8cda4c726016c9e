// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.sanban.api.identity.CreditCode;
import org.sanban.api.problem.Texts;

/**
 * The forms of code that are taken: the national ones, and regional ones that a csv file lists ({@code
 * id,name,pattern,source}). A regional form is never refused for being none of the national ones; a group {@code uscc}
 * in its pattern must be a valid unified social credit code.
 */
final class CodeForms {
    private static final Texts TEXTS = Texts.of(CodeForms.class);

    private final List<Form> regional;

    private record Form(String name, Pattern pattern) {
        boolean fits(String code) {
            Matcher matcher = pattern.matcher(code);
            return matcher.matches()
                    && (!pattern.pattern().contains("(?<uscc>") || CreditCode.fault(matcher.group("uscc")) == null);
        }
    }

    private CodeForms(List<Form> regional) {
        this.regional = regional;
    }

    /** The forms that the bundle knows of, each with the source it was seen in. */
    static CodeForms bundled() {
        InputStream in = Objects.requireNonNull(CodeForms.class.getResourceAsStream("code-forms.csv"));
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The forms of an operator's own file, in place of the bundled ones. */
    static CodeForms of(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        }
    }

    /** Tells the form of a code that is written as {@link MatterCode#normal} writes it, and what is wrong with it. */
    MatterCode tell(String code) {
        MatterCode national = MatterCode.national(code);
        if (national.fault() == null) {
            return national;
        }
        if (regional.stream().anyMatch(form -> form.fits(code))) {
            return new MatterCode(code, MatterCode.Kind.REGIONAL, null);
        }
        if (national.kind() != MatterCode.Kind.UNKNOWN) {
            return national;
        }
        String known = String.join("、", regional.stream().map(Form::name).toList());
        return new MatterCode(code, MatterCode.Kind.UNKNOWN, TEXTS.get("code.unknown", code.length(), known));
    }

    private static CodeForms read(Reader reader) throws IOException {
        return new CodeForms(
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                        .map(line -> new Form(line.get("name"), Pattern.compile(line.get("pattern"))))
                        .toList());
    }
}
