// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.registry.Window;

/** Row of a window. */
@Entity
@Table(name = "registry_window")
@IdClass(WindowEntity.Key.class)
class WindowEntity {
    @Id
    String site;

    @Id
    int number;

    String name;

    static WindowEntity of(Window window) {
        WindowEntity row = new WindowEntity();
        row.site = window.site();
        row.number = window.number();
        row.name = window.name();
        return row;
    }

    Window value() {
        return new Window(site, number, name);
    }

    /** A window's site and number. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String site;
        int number;

        Key() {}

        Key(String site, int number) {
            this.site = site;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.number == number && Objects.equals(key.site, site);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, number);
        }
    }
}
