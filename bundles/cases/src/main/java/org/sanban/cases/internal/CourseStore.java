// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.InList;
import org.sanban.data.Transactions;

/** Of cases and entries only the columns that courses are made of: no JSON is read, millions of entries are. */
@Component(service = CourseStore.class)
public final class CourseStore {
    private static final String ROW =
            "select c.id, c.number, c.version, c.mode, c.workflow, c.matter, c.matterName, c.site, c.division,"
                    + " c.submittedAt, c.status, c.dueOn, c.endLight from CaseEntity c where ";

    private final Transactions transactions;

    @Activate
    public CourseStore(@Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa, false);
    }

    /** A case as it is. */
    record Row(
            long id,
            String number,
            int version,
            String mode,
            int workflow,
            String matter,
            String matterName,
            String site,
            String division,
            long submittedAt,
            String status,
            LocalDate dueOn,
            String endLight) {
        private static Row of(Object[] c) {
            return new Row(
                    (Long) c[0],
                    (String) c[1],
                    (Integer) c[2],
                    (String) c[3],
                    (Integer) c[4],
                    (String) c[5],
                    (String) c[6],
                    (String) c[7],
                    (String) c[8],
                    (Long) c[9],
                    (String) c[10],
                    (LocalDate) c[11],
                    (String) c[12]);
        }
    }

    /** An entry: where it led, and when. */
    record Move(long caseId, int seq, long at, String to) {}

    /** These cases, in no order. */
    List<Row> rows(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.in(
                em -> em
                        .createQuery(ROW + "c.id in :ids", Object[].class)
                        .setParameter("ids", InList.of(ids))
                        .getResultList()
                        .stream()
                        .map(Row::of)
                        .toList());
    }

    /** Cases by id. */
    List<Row> rows(long after, int limit) {
        return transactions.in(em -> em
                .createQuery(ROW + "c.id > :after order by c.id", Object[].class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(Row::of)
                .toList());
    }

    /** The entries of some cases, by case and place. */
    List<Move> moves(Collection<Long> ids) {
        return transactions.in(em -> em
                .createQuery(
                        "select j.caseId, j.seq, j.at, j.toStage from JournalEntity j where j.caseId in :ids"
                                + " order by j.caseId, j.seq",
                        Object[].class)
                .setParameter("ids", InList.of(ids))
                .getResultList()
                .stream()
                .map(j -> new Move((Long) j[0], (Integer) j[1], (Long) j[2], (String) j[3]))
                .toList());
    }
}
