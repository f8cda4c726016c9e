// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.sanban.api.cases.CaseService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.channel.hotline.internal.ApiKey;
import org.sanban.channel.hotline.internal.HotlineSettings;
import org.sanban.channel.hotline.internal.Intake;
import org.sanban.channel.hotline.internal.Requests;

/** What each method of GeoReport v2 does and answers. */
final class GeoReport {
    private static final Texts TEXTS = Texts.of(GeoReport.class);
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String REQUESTS = "service_requests";

    private final HotlineSettings settings;
    private final Requests requests;
    private final RegistryService registry;
    private final Services services;
    private final InstantSource clock;
    private final Quota quota;
    private final String started;

    GeoReport(
            HotlineSettings settings,
            Requests requests,
            CaseService cases,
            RegistryService registry,
            InstantSource clock) {
        this.settings = settings;
        this.requests = requests;
        this.registry = registry;
        this.services = new Services(cases);
        this.clock = clock;
        this.quota = new Quota(clock);
        this.started = W3c.text(clock.instant());
    }

    /** @param reached where the caller has reached the platform, for want of a configured address */
    Answer.Written discovery(Answer answer, String reached) {
        return answer.give("discovery", language -> {
            Map<String, Object> endpoint = new LinkedHashMap<>();
            endpoint.put("specification", SPECIFICATION);
            endpoint.put("url", (settings.address() == null ? reached : settings.address()) + "/api/open311/v2");
            // What is offered follows the installed plugins and the settings, which were read when this began.
            endpoint.put("changeset", started);
            endpoint.put("type", settings.type());
            endpoint.put("formats", List.of("text/xml", "application/json"));
            Map<String, Object> discovery = new LinkedHashMap<>();
            discovery.put("changeset", started);
            discovery.put("contact", contact(language));
            discovery.put("key_service", contact(language));
            discovery.put("endpoints", List.of(endpoint));
            return discovery;
        });
    }

    Answer.Written services(Answer answer, String jurisdiction) {
        return answer.give("services", language -> {
            in(jurisdiction);
            return services.list(language);
        });
    }

    Answer.Written service(Answer answer, String code, String jurisdiction) {
        return answer.give("service_definition", language -> {
            in(jurisdiction);
            return services.definition(Services.kind(code), language);
        });
    }

    /** @param type the request's Content-Type */
    Answer.Written file(Answer answer, String type, InputStream body) {
        return answer.give(REQUESTS, language -> {
            Form form = Form.read(type, body);
            ApiKey key = key(form.get("api_key"));
            if (key == null) {
                throw Problem.forbidden(TEXTS.get("key.missing"));
            }
            in(form.get("jurisdiction_id"));
            if (!quota.take(key)) {
                throw new Answer.TooMany(TEXTS.get("quota", key.quota()), quota.left());
            }
            Intake intake = new Filing(form, services).intake();
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("service_request_id", requests.file(intake, key));
            request.put("service_notice", TEXTS.get("notice").in(language));
            request.put("account_id", null);
            return List.of(request);
        });
    }

    Answer.Written requests(Answer answer, Search search, String jurisdiction, String key) {
        return answer.give(REQUESTS, language -> {
            in(jurisdiction);
            // Many requests, few divisions.
            Map<String, String> names = new HashMap<>();
            Function<String, String> named = code ->
                    names.computeIfAbsent(code, one -> registry.division(one).name());
            return search.in(requests, key(key), clock.instant()).stream()
                    .map(filed -> shown(filed, named, language))
                    .toList();
        });
    }

    Answer.Written request(Answer answer, String id, String jurisdiction, String key) {
        return answer.give(REQUESTS, language -> {
            in(jurisdiction);
            return List.of(
                    shown(found(id, key(key)), code -> registry.division(code).name(), language));
        });
    }

    /** Requests have their numbers at once, so a token is a request's own number. */
    Answer.Written token(Answer answer, String token, String jurisdiction) {
        return answer.give(REQUESTS, language -> {
            in(jurisdiction);
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("service_request_id", found(token, null).number());
            request.put("token", token);
            return List.of(request);
        });
    }

    /** Nothing is there. */
    Answer.Written nothing(Answer answer, String path) {
        return answer.give("errors", language -> {
            throw Problem.notFound(TEXTS.get("address.none", path));
        });
    }

    private Requests.Filed found(String number, ApiKey reader) {
        return requests.find(number, reader).orElseThrow(() -> Problem.notFound(TEXTS.get("request.none", number)));
    }

    /** Whoever does not own it reads nothing that somebody wrote, nor where it is. */
    private static Map<String, Object> shown(Requests.Filed filed, Function<String, String> named, Locale language) {
        Requests.Own own = filed.own();
        Intake.Place place = own == null ? Intake.Place.UNKNOWN : own.place();
        boolean answered = own != null && own.answer() != null;
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("service_request_id", filed.number());
        request.put("status", Search.open(filed.state()) ? "open" : "closed");
        request.put("status_notes", answered ? own.answer() : filed.stateName().in(language));
        request.put("service_name", Services.name(filed.kind(), language));
        request.put("service_code", Services.code(filed.kind()));
        request.put("description", own == null ? null : own.text());
        request.put("agency_responsible", named.apply(filed.division()));
        request.put("service_notice", null);
        request.put("requested_datetime", W3c.text(filed.receivedAt()));
        request.put("updated_datetime", W3c.text(filed.changedAt()));
        request.put("expected_datetime", W3c.end(filed.dueOn()));
        request.put("address", place.address());
        request.put("address_id", null);
        request.put("zipcode", null);
        request.put("lat", place.lat());
        request.put("long", place.lng());
        request.put("media_url", place.media());
        return request;
    }

    /** One jurisdiction is served: it need not be named, but no other may be. */
    private void in(String jurisdiction) {
        boolean named = jurisdiction != null && !jurisdiction.isBlank() && settings.jurisdiction() != null;
        if (named && !settings.jurisdiction().equals(jurisdiction.strip())) {
            throw Problem.notFound(TEXTS.get("jurisdiction.none", jurisdiction));
        }
    }

    /** The system that has a key, {@code null} where none is given. */
    private ApiKey key(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        ApiKey found = settings.keys().get(given.strip());
        if (found == null) {
            throw Problem.forbidden(TEXTS.get("key.wrong"));
        }
        return found;
    }

    private String contact(Locale language) {
        return settings.contact().isBlank() ? TEXTS.get("contact").in(language) : settings.contact();
    }
}
