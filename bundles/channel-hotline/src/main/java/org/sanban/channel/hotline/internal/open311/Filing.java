// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.channel.hotline.internal.Intake;
import org.sanban.channel.hotline.internal.Kind;

/**
 * A request that is filed, as an order. Of the person no more is kept than a call back needs: not the mail address, the
 * device, nor the account.
 */
record Filing(Form form, Services services) {
    private static final Texts TEXTS = Texts.of(Filing.class);

    /** @throws Problem invalid, naming everything that is wrong; not found, for a service that is not there */
    Intake intake() {
        Kind kind = Services.kind(form.get("service_code"));
        List<Violation> faults = new ArrayList<>();
        if (Stream.of("lat", "long", "address_string", "address_id").allMatch(name -> form.get(name) == null)) {
            faults.add(fault("address_string", "location.missing"));
        }
        Map<String, String> answers = form.attributes();
        answered(kind, answers, faults);
        Double lat = number("lat", faults);
        Double lng = number("long", faults);
        Instant wished = wished(answers.get("wished_at"), faults);
        String address = form.get("address_id");
        boolean division = address != null && address.matches("[0-9]{12}");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        String text = form.get("description");
        return new Intake(
                null,
                kind,
                text == null ? Services.name(kind, Locale.CHINESE) : text,
                name(),
                form.get("phone"),
                division ? address : null,
                division ? null : address,
                answers.get("matter"),
                answers.get("case_number"),
                answers.get("mode"),
                wished,
                null,
                new Intake.Place(form.get("address_string"), lat, lng, form.get("media_url")));
    }

    private void answered(Kind kind, Map<String, String> answers, List<Violation> faults) {
        List<Services.Attribute> asked = services.attributes(kind);
        asked.stream()
                .filter(one -> one.required() && answers.get(one.code()) == null)
                .forEach(one -> faults.add(fault(attribute(one.code()), "attribute.missing", one.code())));
        String known = asked.stream().map(Services.Attribute::code).collect(Collectors.joining(", "));
        answers.keySet().stream()
                .filter(code -> asked.stream().noneMatch(one -> one.code().equals(code)))
                .forEach(code -> faults.add(fault(attribute(code), "attribute.none", code, known)));
        String mode = answers.get("mode");
        if (mode != null && !services.offers(mode)) {
            faults.add(fault(attribute("mode"), "mode.none", mode));
        }
    }

    private Double number(String name, List<Violation> faults) {
        String text = form.get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
            faults.add(fault(name, "number.wrong", name));
            return null;
        }
        return Double.valueOf(text);
    }

    private static Instant wished(String text, List<Violation> faults) {
        if (text == null) {
            return null;
        }
        try {
            return W3c.instant("wished_at", text);
        } catch (Problem problem) {
            faults.addAll(problem.violations());
            return null;
        }
    }

    /** 张三 in Chinese, John Smith otherwise. */
    private String name() {
        String first = form.get("first_name");
        String last = form.get("last_name");
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        boolean chinese = (last + first).codePoints().allMatch(Character::isIdeographic);
        return chinese ? last + first : first + " " + last;
    }

    private static String attribute(String code) {
        return "attribute[" + code + "]";
    }

    private static Violation fault(String field, String key, Object... arguments) {
        Text message = TEXTS.get(key, arguments);
        return new Violation(field, message);
    }
}
