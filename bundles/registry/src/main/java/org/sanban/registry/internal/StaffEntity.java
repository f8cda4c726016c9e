// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.sanban.api.registry.Staff;

/** Row of a staff member. */
@Entity
@Table(name = "registry_staff")
class StaffEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_staff")
    @SequenceGenerator(name = "registry_staff", sequenceName = "registry_staff_seq", allocationSize = 50)
    long id;

    String site;
    String name;
    String post;
    String account;

    @Column(name = "window_number")
    Integer window;

    void set(Staff staff) {
        site = staff.site();
        name = staff.name();
        post = staff.post();
        account = staff.account();
        window = staff.window();
    }

    Staff value() {
        return new Staff(id, site, name, post, account, window);
    }
}
