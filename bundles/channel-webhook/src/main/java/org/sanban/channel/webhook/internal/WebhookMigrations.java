// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import org.osgi.service.component.annotations.Component;
import org.sanban.api.data.Migrations;

/** Says that this bundle owns the tables of the unit {@code webhook}. */
@Component(service = Migrations.class)
public final class WebhookMigrations implements Migrations {
    @Override
    public String unit() {
        return "webhook";
    }
}
