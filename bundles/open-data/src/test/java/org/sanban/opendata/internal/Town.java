// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.registry.Site;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

/** The sample county with a hall and a town's centre, and matters of several kinds. */
final class Town {
    static final Site HALL =
            new Site(Samples.COUNTY + "-01", Samples.COUNTY, Site.Kind.HALL, "示例县政务大厅", "示例路1号", null, true);
    static final Matter WHOLE = Samples.matter("A1", 5, Samples.CARD, Samples.FORM);
    static final Matter ON_THE_SPOT = Samples.matter("A2", 0);
    static final Matter BARE = bare("B1");

    final FakeMatters matters = new FakeMatters(WHOLE, ON_THE_SPOT, BARE);
    final Directory directory = new Directory(matters, new FakeRegistry(HALL, Samples.SITE));

    HsdsResource hsds(String source) {
        return new HsdsResource(directory, matters, new OpenDataSettings(config(source)));
    }

    CpsvResource cpsv() throws IOException {
        return new CpsvResource(directory, matters, new OpenDataSettings(config("")));
    }

    /** A matter of the county of which only the name is known. */
    private static Matter bare(String code) {
        Guide guide = new Guide(
                1,
                Instant.parse("2026-06-01T00:00:00Z"),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Set.of(4),
                Set.of());
        return new Matter(code, "𠮷示例许可", "另一示例局", "11610926MB0000001X", MatterType.LICENCE, "示例", false, guide);
    }

    private static OpenDataSettings.Config config(String source) {
        return new OpenDataSettings.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return OpenDataSettings.Config.class;
            }

            @Override
            public String address() {
                return "https://example.org/";
            }

            @Override
            public String city() {
                return "示例县";
            }

            @Override
            public String province() {
                return "示例省";
            }

            @Override
            public String postalCode() {
                return "000000";
            }

            @Override
            public String source() {
                return source;
            }
        };
    }
}
