// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.MatterType;
import org.sanban.data.test.TestDatabase;

/** A catalogue on a test's database, for what builds on it. */
public final class Catalogue {
    /** An administrator of the county. */
    public static final Actor ADMIN = MatterStoreTest.actor("610926000000", Role.ADMIN);

    private Catalogue() {}

    /** The catalogue of a node. */
    public static MatterService of(TestDatabase database) {
        return new MatterManager(new MatterStore(database.jpa()), new ScopeStore(database.jpa()), CodeForms.bundled());
    }

    /** Loads the sample matters. */
    public static void sample(MatterService matters, TestDatabase database) throws IOException {
        SampleMatters.load(matters, new MatterStore(database.jpa()));
    }

    /** A matter whose guide differs by its fee. */
    public static Matter matter(String code, String fee, Guide.Material... materials) {
        return new Matter(
                code,
                "事项" + code,
                "县审批局",
                null,
                MatterType.LICENCE,
                "测试",
                false,
                new Guide(
                        0,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(materials),
                        null,
                        null,
                        List.of(),
                        fee,
                        null,
                        null,
                        Set.of(),
                        Set.of()));
    }

    /** Somebody with one role. */
    public static Actor actor(String division, String role) {
        return MatterStoreTest.actor(division, role);
    }
}
