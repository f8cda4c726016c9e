// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.UriInfo;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Period;
import org.sanban.api.web.Given;

/** What a report is asked about, and where from. */
final class Query {
    private static final Texts TEXTS = Texts.of(Query.class);

    private Query() {}

    /** A period, by its first and last day. */
    static Period period(String from, String until) {
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (last.isBefore(first)) {
            throw Problem.invalid("until", TEXTS.get("period.order", first, last));
        }
        return new Period(first, last);
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(Given.word(text)));
            if (day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Problem.invalid(field, TEXTS.get("day"));
    }

    /** Where the caller has reached the platform: by the name it was called, which a loop back address would lose. */
    static String reached(UriInfo uri, HttpHeaders headers) {
        URI base = uri.getBaseUri();
        String host = headers.getHeaderString(HttpHeaders.HOST);
        return base.getScheme() + "://" + (host == null ? base.getAuthority() : host);
    }
}
