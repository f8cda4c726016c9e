// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.util.List;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;

/** A criterion whose value a test sets; {@code failing} throws. */
final class FakeCriterion implements StarCriterion {
    private final String id;
    private final Unit unit;
    BigDecimal value;
    boolean failing;

    FakeCriterion(String id, Unit unit, String value) {
        this.id = id;
        this.unit = unit;
        this.value = value == null ? null : new BigDecimal(value);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text name() {
        return Text.of("指标" + id);
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public Measure measure(Site site, Period period) {
        if (failing) {
            throw new IllegalStateException("broken");
        }
        return new Measure(value, List.of(new Fact(Text.of("事实𠮷：" + value), "sites/" + site.code())));
    }
}
