// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.sanban.mode.proxy.internal.ProxyWorkflow.WORDING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.api.problem.Problem;

/**
 * What an agent does in the stages that are entrusted.
 *
 * @param c the case
 * @param entrustment what the agent was entrusted with
 * @param today the day on which it is done
 */
record Course(Case c, Entrustment entrustment, LocalDate today) {
    private static final Set<String> WORK = Set.of(
            "advise", "collect", "submit-materials", "help-submit", "open-parts", "conclude", "pay", "feed-back");

    private static final BigDecimal MOST = new BigDecimal(1_000_000);

    /** Checks that it was entrusted, and that it is done as it should be. */
    void check(Action action) {
        if (!WORK.contains(action.name())) {
            return;
        }
        entrustment.covers(c, today);
        switch (action.name()) {
            case "advise" -> namesAllMissing(c, action);
            case "collect" -> {
                entrustment.allows("collect", today);
                collects(action);
            }
            case "submit-materials" -> {
                entrustment.allows("submit", today);
                if (Boolean.TRUE.equals(action.answers().get("signedFor"))) {
                    entrustment.allows("sign", today);
                }
                complete(c);
            }
            case "help-submit" -> entrustment.helping();
            case "conclude" -> everyMatterWasHandled(c);
            case "pay" -> {
                entrustment.allows("pay", today);
                isMoney(action);
            }
            case "feed-back" -> {
                if ("agent".equals(action.answers().get("collectedBy"))) {
                    entrustment.allows("receive", today);
                }
            }
            default -> {
                // Opening parts needs no more than the stage.
            }
        }
    }

    /** The one-time notice names everything that is missing (R34). */
    private static void namesAllMissing(Case c, Action action) {
        Set<String> named = Entrustment.ids(action.answers().get("needed"));
        List<String> left =
                c.missing().stream().filter(code -> !named.contains(code)).toList();
        if (!left.isEmpty()) {
            throw Problem.invalid("answers.needed", WORDING.get("check.unnamed", names(c, left)));
        }
    }

    private static void collects(Action action) {
        if (action.materials().isEmpty() && action.taken().isEmpty()) {
            throw Problem.invalid("materials", WORDING.get("check.nothing-collected"));
        }
        if (!action.returned().isEmpty()) {
            throw Problem.invalid("returned", WORDING.get("check.give-back"));
        }
    }

    private static void complete(Case c) {
        if (!c.missing().isEmpty()) {
            throw Problem.conflict(WORDING.get("check.incomplete", names(c, c.missing())));
        }
    }

    /** Of one thing (一件事, R49) every matter has had its part; else there was at least one. */
    private static void everyMatterWasHandled(Case c) {
        if (c.parts().isEmpty()) {
            throw Problem.conflict(WORDING.get("check.no-part"));
        }
        Set<String> left = new HashSet<>(Entrustment.ids(c.answers().get("matters")));
        if (!left.isEmpty()) {
            left.add(c.matter());
        }
        c.parts().stream().map(Part::matter).forEach(left::remove);
        if (!left.isEmpty()) {
            throw Problem.conflict(WORDING.get("check.matter-left", String.join("、", left)));
        }
    }

    private static void isMoney(Action action) {
        BigDecimal amount = amount(action);
        boolean cents = amount.stripTrailingZeros().scale() <= 2;
        if (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || !cents) {
            throw Problem.invalid("answers.amount", WORDING.get("check.amount"));
        }
    }

    static BigDecimal amount(Action action) {
        return new BigDecimal(String.valueOf(action.answers().get("amount")));
    }

    static BigDecimal paid(Case c) {
        return new BigDecimal(String.valueOf(c.answers().getOrDefault("paidTotal", 0)));
    }

    private static String names(Case c, Collection<String> codes) {
        return c.materials().stream()
                .filter(paper -> codes.contains(paper.code()))
                .map(Paper::name)
                .collect(Collectors.joining("、"));
    }
}
