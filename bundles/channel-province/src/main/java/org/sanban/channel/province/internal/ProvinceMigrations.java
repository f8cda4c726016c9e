// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.osgi.service.component.annotations.Component;
import org.sanban.api.data.Migrations;

/** Says that this bundle owns the tables of the unit {@code province}. */
@Component(service = Migrations.class)
public final class ProvinceMigrations implements Migrations {
    @Override
    public String unit() {
        return "province";
    }
}
