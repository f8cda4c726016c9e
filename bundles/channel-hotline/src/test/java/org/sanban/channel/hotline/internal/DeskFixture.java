// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

/** The hotline on a real database. */
abstract class DeskFixture {
    static final Orders.Query ALL = new Orders.Query(null, null, null, null, false, false);
    static final int AT_ONCE = 8;

    Desk desk;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        desk = new Desk(open(), Map.of());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    List<Order> list(Orders.Query query, Actor actor) {
        return desk.orders.list(query, new PageRequest(null, 200), actor).items();
    }

    static Problem refused(Problem.Kind kind, Executable what) {
        Problem problem = assertThrows(Problem.class, what);
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem;
    }
}
