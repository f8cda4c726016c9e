// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.HashSet;
import java.util.Set;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;
import javax.persistence.Version;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;

/** Row of a matter, with what lists ask of its newest guide. */
@Entity
@Table(name = "matters_matter")
class MatterEntity {
    @Id
    String code;

    String name;
    String department;

    @Column(name = "department_code")
    String departmentCode;

    @Enumerated(EnumType.STRING)
    MatterType type;

    String source;
    boolean sample;

    /** Of the newest guide. */
    int version;

    @Column(name = "in_force")
    boolean inForce;

    @ElementCollection
    @CollectionTable(name = "matters_level", joinColumns = @JoinColumn(name = "matter"))
    @Column(name = "level_digit")
    Set<Integer> levels = new HashSet<>();

    @Version
    int revision;

    /** Takes over a matter whose guide becomes the version in force. */
    void set(Matter matter) {
        code = matter.code();
        name = matter.name();
        department = matter.department();
        departmentCode = matter.departmentCode();
        type = matter.type();
        source = matter.source();
        sample = matter.sample();
        version = matter.guide().version();
        inForce = true;
        if (!levels.equals(matter.guide().levels())) {
            levels = new HashSet<>(matter.guide().levels());
        }
    }

    Matter value(Guide guide) {
        return new Matter(code, name, department, departmentCode, type, source, sample, guide);
    }
}
