// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.Scope;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.matters.TakeOverStep;

/** The tables of what towns take over. */
@Component(service = TakeOverStore.class)
public final class TakeOverStore {
    private final JpaTemplate jpa;

    @Activate
    public TakeOverStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What a matter is called, and whose it is. */
    record Named(String name, String department) {}

    /** What is written down of these matters in a town, by matter. */
    Map<String, TakeOverEntity> rows(String town, Collection<String> matters) {
        if (matters.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t from TakeOverEntity t where t.division = :town and t.matter in :matters",
                        TakeOverEntity.class)
                .setParameter("town", town)
                .setParameter("matters", matters)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.matter, Function.identity())));
    }

    /** Names of matters by code. */
    Map<String, Named> names(Collection<String> matters) {
        if (matters.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select m.code, m.name, m.department from MatterEntity m where m.code in :matters",
                        Object[].class)
                .setParameter("matters", matters)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> new Named((String) row[1], (String) row[2]))));
    }

    /** How many matters of these lists a town has in each state that was written down. */
    Map<State, Long> states(String town, List<Scope> lists) {
        Map<State, Long> states = new EnumMap<>(State.class);
        if (lists.isEmpty()) {
            return states;
        }
        StringBuilder listed = new StringBuilder();
        for (int i = 0; i < lists.size(); i++) {
            listed.append(i == 0 ? "" : " or ")
                    .append("s.mode = :mode")
                    .append(i)
                    .append(" and s.division = :division")
                    .append(i)
                    .append(" and s.version = :version")
                    .append(i);
        }
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> counts = em.createQuery(
                            "select t.state, count(t.matter) from TakeOverEntity t where t.division = :town"
                                    + " and t.matter in (select s.matter from ScopeMatterEntity s where " + listed
                                    + ") group by t.state",
                            Object[].class)
                    .setParameter("town", town);
            for (int i = 0; i < lists.size(); i++) {
                counts.setParameter("mode" + i, lists.get(i).mode())
                        .setParameter("division" + i, lists.get(i).division())
                        .setParameter("version" + i, lists.get(i).version());
            }
            counts.getResultList().forEach(row -> states.put((State) row[0], (Long) row[1]));
            return states;
        });
    }

    /**
     * Changes what is written down, and adds what was changed to the history, in one transaction.
     *
     * @param change is given the row as it is and tells the step to add; a throw undoes all
     */
    TakeOverEntity change(String town, String matter, Function<TakeOverEntity, TakeOverStepEntity> change) {
        return jpa.txExpr(em -> {
            TakeOverEntity known =
                    em.find(TakeOverEntity.class, new TakeOverEntity.Key(town, matter), LockModeType.PESSIMISTIC_WRITE);
            TakeOverEntity row = known == null ? TakeOverEntity.none(town, matter) : known;
            TakeOverStepEntity step = change.apply(row);
            em.persist(row);
            em.persist(step);
            return row;
        });
    }

    /** All that was written down, oldest first. */
    List<TakeOverStep> steps(String town, String matter) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from TakeOverStepEntity s where s.division = :town and s.matter = :matter"
                                + " order by s.version",
                        TakeOverStepEntity.class)
                .setParameter("town", town)
                .setParameter("matter", matter)
                .getResultList()
                .stream()
                .map(TakeOverStepEntity::value)
                .toList());
    }
}
