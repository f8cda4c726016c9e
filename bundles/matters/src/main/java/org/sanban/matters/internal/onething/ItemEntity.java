// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.matters.OneThing;

/** Row of a matter in one version of a package. */
@Entity
@Table(name = "matters_package_item")
@IdClass(ItemEntity.Key.class)
class ItemEntity {
    @Id
    String code;

    @Id
    int version;

    @Id
    int place;

    String matter;
    String situation;

    static ItemEntity of(OneThingEntity thing, int place, OneThing.Item item) {
        ItemEntity row = new ItemEntity();
        row.code = thing.code;
        row.version = thing.version;
        row.place = place;
        row.matter = item.matter();
        row.situation = item.when();
        return row;
    }

    OneThing.Item value() {
        return new OneThing.Item(matter, situation);
    }

    /** A package's code and version, and the place in it. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String code;
        int version;
        int place;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.version == version
                    && key.place == place
                    && Objects.equals(key.code, code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, version, place);
        }
    }
}
