// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;

/** The templates, kept by the county; samples stand there until it does. */
@Component(service = Templates.class)
public final class Templates {
    private static final Texts TEXTS = Texts.of(Templates.class);
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final String SAMPLE = "示例，待本县审定";
    /** How long this node may go on with a template that was changed on another. */
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final MessageStore store;
    private final Enclosures enclosures;
    private final Channels channels;
    private final Settings settings;
    private volatile Known known;

    private record Known(List<Template> all, long readAt) {}

    @Activate
    public Templates(
            @Reference MessageStore store,
            @Reference Enclosures enclosures,
            @Reference Channels channels,
            @Reference Settings settings) {
        this.store = store;
        this.enclosures = enclosures;
        this.channels = channels;
        this.settings = settings;
        if (store.templates().isEmpty()) {
            store.in(em -> {
                samples().forEach(em::persist);
                return null;
            });
        }
    }

    /** Reads the templates, unless that was just done; before a transaction, since one within another is none of its own. */
    void look() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt() > FRESH) {
            known = new Known(
                    store.templates().stream()
                            .map(Template::of)
                            .sorted(Comparator.comparing(Template::event).thenComparing(Template::id))
                            .toList(),
                    System.nanoTime());
        }
    }

    /** All templates, by event, as they were {@link #look looked} at last. */
    List<Template> all() {
        Known now = known;
        if (now == null) {
            look();
            now = known;
        }
        return now.all();
    }

    /** Whether anybody is told of an event. */
    boolean tells(String event) {
        return all().stream().anyMatch(one -> one.event().equals(event));
    }

    /** The template that fits most closely, in the language or else in Chinese, of those the channel can take. */
    Optional<Template> find(String event, String matter, String channel, String language) {
        boolean approved = !channel.equals(Post.CALL) && channels.wantsConsent(channel);
        return Stream.of(language, "zh")
                .flatMap(spoken -> all().stream()
                        .filter(one -> one.event().equals(event)
                                && one.language().equals(spoken)
                                && (one.external() != null || !approved)
                                && (one.matter() == null || one.matter().equals(matter))
                                && (one.channel() == null || one.channel().equals(channel)))
                        .max(Comparator.comparingInt(Template::closeness))
                        .stream())
                .findFirst();
    }

    /**
     * Keeps a template, new or changed, after checking it.
     *
     * @throws Problem invalid, naming every wrong field; conflict, when there is one for the same, or it was changed
     */
    Template save(Template template, Actor actor) {
        actor.require(Role.ADMIN);
        List<Violation> faults = faults(template);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Template saved = store.in(em -> Template.of(write(em, template)));
        reread();
        return saved;
    }

    /** Takes a template away. */
    void remove(long id, Actor actor) {
        actor.require(Role.ADMIN);
        store.in(em -> {
            em.remove(row(em, id));
            return null;
        });
        reread();
    }

    private void reread() {
        known = null;
        look();
    }

    private TemplateEntity write(EntityManager em, Template template) {
        String matter = template.matter() == null ? "" : template.matter();
        String channel = template.channel() == null ? "" : template.channel();
        List<TemplateEntity> same = em.createQuery(
                        "select t from TemplateEntity t where t.event = :event and t.matter = :matter"
                                + " and t.channel = :channel and t.language = :language",
                        TemplateEntity.class)
                .setParameter("event", template.event())
                .setParameter("matter", matter)
                .setParameter("channel", channel)
                .setParameter("language", template.language())
                .getResultList();
        TemplateEntity row = template.id() == null ? new TemplateEntity() : row(em, template.id());
        if (same.stream().anyMatch(other -> template.id() == null || other.id != template.id())) {
            throw Problem.conflict(TEXTS.get("template.same", same.get(0).id));
        }
        if (row.version != template.version() && template.id() != null) {
            throw Problem.conflict(TEXTS.get("template.changed", row.version));
        }
        row.version++;
        row.event = template.event();
        row.matter = matter;
        row.channel = channel;
        row.language = template.language();
        row.external = template.external();
        row.fields = Content.fields(template.fields() == null ? Map.of() : template.fields());
        row.words = template.words();
        row.link = template.link();
        row.important = template.important();
        row.source = template.source();
        if (template.id() == null) {
            em.persist(row);
        }
        return row;
    }

    private static TemplateEntity row(EntityManager em, long id) {
        TemplateEntity row = em.find(TemplateEntity.class, id);
        if (row == null) {
            throw Problem.notFound("template", Long.toString(id));
        }
        return row;
    }

    private List<Violation> faults(Template template) {
        List<Violation> faults = new ArrayList<>();
        if (!isEvent(template.event())) {
            faults.add(new Violation("event", TEXTS.get("template.event", kinds())));
        }
        if (!LANGUAGES.contains(String.valueOf(template.language()))) {
            faults.add(new Violation("language", TEXTS.get("template.language")));
        }
        channel(faults, template);
        text(faults, "words", template.words(), 1000);
        text(faults, "source", template.source(), 200);
        names(faults, "words", template.words());
        names(faults, "link", template.link());
        if (template.fields() != null) {
            template.fields().forEach((field, pattern) -> {
                text(faults, "fields." + field, pattern, 200);
                names(faults, "fields." + field, pattern);
            });
        }
        return faults;
    }

    private static boolean isEvent(String event) {
        return event != null
                && (Occasion.REMIND.equals(event)
                        || Occasion.BOOKED.equals(event)
                        || Arrays.stream(JournalEntry.Kind.values())
                                .anyMatch(kind -> kind.name().equals(event))
                        || event.matches("[a-z][a-z0-9-]{0,38}/[a-z][a-z0-9-]{0,38}"));
    }

    private static String kinds() {
        return Stream.concat(
                        Stream.of(Occasion.BOOKED, Occasion.REMIND),
                        Arrays.stream(JournalEntry.Kind.values()).map(Enum::name))
                .collect(Collectors.joining(", "));
    }

    /** A channel that nobody tries, or words it cannot take, would be noticed by nobody. */
    private void channel(List<Violation> faults, Template template) {
        String id = template.channel();
        if (id == null || id.isEmpty() || id.equals(Post.CALL)) {
            return;
        }
        List<String> tried = settings.order();
        if (!tried.contains(id)) {
            faults.add(new Violation("channel", TEXTS.get("template.channel", String.join(", ", tried))));
        } else if (channels.adapter(id) != null && channels.wantsConsent(id)) {
            if (template.external() == null || template.external().isBlank()) {
                faults.add(new Violation("external", TEXTS.get("template.approved")));
            }
            if (template.fields() == null || template.fields().isEmpty()) {
                faults.add(new Violation("fields", TEXTS.get("template.approved")));
            }
        }
    }

    private static void text(List<Violation> faults, String field, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            faults.add(new Violation(field, TEXTS.get("template.text", longest)));
        }
    }

    private void names(List<Violation> faults, String field, String pattern) {
        if (pattern == null) {
            return;
        }
        Matcher named = Facts.NAMED.matcher(pattern);
        while (named.find()) {
            String name = named.group(1);
            if (!Facts.NAMES.contains(name) && !enclosures.has(name)) {
                String all = Stream.concat(Facts.NAMES.stream(), enclosures.names().stream())
                        .sorted()
                        .collect(Collectors.joining(", "));
                faults.add(new Violation(field, TEXTS.get("template.name", name, all)));
            }
        }
        if (Facts.NAMED.matcher(pattern).replaceAll("").matches(".*[{}].*")) {
            faults.add(new Violation(field, TEXTS.get("template.braces")));
        }
    }

    private static List<TemplateEntity> samples() {
        try (InputStream in = Templates.class.getResourceAsStream("templates.json")) {
            List<TemplateEntity> rows = new ArrayList<>();
            for (JsonNode sample : new ObjectMapper().readTree(in)) {
                for (String language : List.of("zh", "en")) {
                    TemplateEntity row = new TemplateEntity();
                    row.version = 1;
                    row.event = sample.path("event").asText();
                    row.matter = "";
                    row.channel = "";
                    row.language = language;
                    row.fields = "{}";
                    row.words = sample.path(language).asText();
                    row.important = sample.path("important").asBoolean();
                    row.source = SAMPLE;
                    rows.add(row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
