// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.registry.Site;

/** Row of a site. */
@Entity
@Table(name = "registry_site")
class SiteEntity {
    @Id
    String code;

    String division;

    @Enumerated(EnumType.STRING)
    Site.Kind kind;

    String name;
    String address;
    String phone;
    boolean sample;

    static SiteEntity of(Site site) {
        SiteEntity row = new SiteEntity();
        row.code = site.code();
        row.division = site.division();
        row.kind = site.kind();
        row.name = site.name();
        row.address = site.address();
        row.phone = site.phone();
        row.sample = site.sample();
        return row;
    }

    Site value() {
        return new Site(code, division, kind, name, address, phone, sample);
    }
}
