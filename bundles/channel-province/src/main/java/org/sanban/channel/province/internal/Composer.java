// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;

/**
 * Makes rows of records: words become codes, moments local times, and every length is checked. What is personal is read
 * from the case at this moment and kept nowhere else.
 */
@Component(service = Composer.class)
public final class Composer {
    private static final Pattern MOBILE = Pattern.compile("1[0-9]{10}");
    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    private final CaseService cases;
    private final MatterService matters;
    private final Ratings ratings;

    @Activate
    public Composer(@Reference CaseService cases, @Reference MatterService matters, @Reference Ratings ratings) {
        this.cases = cases;
        this.matters = matters;
        this.ratings = ratings;
    }

    /**
     * The row of a record.
     *
     * @param project the provincial platform's number of the case, {@code null} where it did not come from there
     * @throws Unfit when it does not fit its table
     */
    Row row(Waiting record, String project, Terms terms) throws Unfit {
        Map<String, String> words = new HashMap<>(record.content());
        words.put("row_guid", record.guid());
        words.put("project_no", project == null ? record.number() : project);
        words.put("data_source", terms.dataSource());
        words.put("cd_operation", "insert");
        words.put("cd_time", record.createdAt().toString());
        words.put("cd_batch", Moments.text(Moments.local(record.createdAt())).replaceAll("[^0-9]", ""));
        if (record.subject() == Subject.ACCEPT) {
            accept(words, record, project != null, terms);
        } else if (record.subject() == Subject.RATING) {
            words.putAll(ratings.words(record, project, terms));
        }
        TreeMap<String, Object> values = new TreeMap<>();
        for (Column column : record.subject().columns()) {
            Object value = value(column, words.get(column.name()), terms.codes());
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return new Row(record, values);
    }

    private void accept(Map<String, String> words, Waiting record, boolean online, Terms terms) throws Unfit {
        Case c;
        Matter matter;
        try {
            c = cases.get(record.number(), Actor.system(ProvinceChannel.ID, record.division()));
            matter = matters.matter(c.matter());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw new Unfit(problem.detail().zh());
            }
            throw problem;
        }
        Tasks.Task task = terms.tasks().of(c.matter());
        words.put("catalog_code", task.catalog());
        words.put("task_code", task.task());
        words.put("task_handle_item", task.item());
        words.put("local_task_code", c.matter().length() <= 50 ? c.matter() : null);
        words.put("task_name", c.matterName());
        words.put("task_version", Integer.toString(c.guide()));
        words.put("project_name", c.matterName());
        words.put("project_type", c.immediate() ? "immediate" : "committed");
        words.put("apply_type", online ? "online" : "window");
        words.put("apply_date", c.submittedAt().toString());
        words.put("promise_date", end(c.due().dueOn()));
        words.put("org_code", matter.departmentCode() == null ? terms.orgCode() : matter.departmentCode());
        words.put("org_name", matter.department() == null ? terms.orgName() : matter.department());
        applicant(words, c.applicant());
    }

    private static void applicant(Map<String, String> words, Applicant applicant) {
        words.put("applyer_name", applicant.name());
        words.put("applyer_type", Codes.word(applicant));
        words.put("applyer_page_type", applicant.kind() == Applicant.Kind.PERSON ? "person" : "organization");
        words.put("applyer_page_code", applicant.idNumber());
        words.put("contact_name", applicant.name());
        // The column is for mobile phones; a landline has no place in it.
        words.put("contact_mobile", MOBILE.matcher(applicant.phone()).matches() ? applicant.phone() : null);
        words.put("address", applicant.address());
    }

    private static String end(LocalDate day) {
        return day == null
                ? null
                : day.atTime(LAST).atZone(Moments.ZONE).toInstant().toString();
    }

    private static Object value(Column column, String word, Codes codes) throws Unfit {
        if (word == null || word.isBlank()) {
            if (column.required()) {
                throw new Unfit(column.name() + " 缺少 / is missing");
            }
            return null;
        }
        String text = column.type() == Column.Type.CODE
                ? codes.code(column.name(), word)
                        .orElseThrow(() -> new Unfit(column.name() + "." + word + " 没有代码 / has no code"))
                : word;
        int length = text.codePointCount(0, text.length());
        if (column.length() > 0 && length > column.length()) {
            throw new Unfit(column.name() + " 超长 / is too long: " + length + " > " + column.length());
        }
        try {
            return switch (column.type()) {
                case TIME -> Moments.local(Instant.parse(text));
                case NUMBER -> Long.valueOf(text);
                default -> text;
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new Unfit(column.name() + " 无效 / is invalid");
        }
    }
}
