// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.util.UUID;

/** What the clients of a measured line do. */
enum Scenario {
    SUBMIT("case submitted") {
        @Override
        Load.Job job(Door door, Fill fill) {
            return http -> door.submit(http, UUID.randomUUID().toString());
        }
    },
    STEP("one step (note)") {
        @Override
        Load.Job job(Door door, Fill fill) {
            return new Notes(door);
        }
    },
    LIFE("whole life (4 commands)") {
        @Override
        Load.Job job(Door door, Fill fill) {
            return http -> {
                String number = door.submit(http, UUID.randomUUID().toString());
                door.act(http, number, 1, Door.Step.ACCEPT);
                door.act(http, number, 2, Door.Step.DECIDE);
                door.act(http, number, 3, Door.Step.DELIVER);
            };
        }
    },
    READ("read by number") {
        @Override
        Load.Job job(Door door, Fill fill) {
            return http -> door.read(http, fill.any());
        }
    };

    final String label;

    Scenario(String label) {
        this.label = label;
    }

    /** What one client does again and again. */
    abstract Load.Job job(Door door, Fill fill);

    /** Notes on a few cases of the client's own, in turn. */
    private static final class Notes implements Load.Job {
        private static final int CASES = 8;

        private final Door door;
        private final String[] numbers = new String[CASES];
        private final int[] versions = new int[CASES];
        private int turn;

        Notes(Door door) {
            this.door = door;
            try (Http http = new Http(door.port())) {
                for (int i = 0; i < CASES; i++) {
                    numbers[i] = door.submit(http, UUID.randomUUID().toString());
                    versions[i] = 1;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void run(Http http) throws IOException {
            turn = (turn + 1) % CASES;
            door.act(http, numbers[turn], versions[turn], Door.Step.NOTE);
            versions[turn]++;
        }
    }
}
