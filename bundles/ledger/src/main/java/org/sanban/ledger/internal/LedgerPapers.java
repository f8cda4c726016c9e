// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.print.Printer;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** Ledgers as files: one page of paper for a site, a spreadsheet for a division (R9). */
@Component(service = LedgerPapers.class)
public final class LedgerPapers {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int PART = 50;

    private final RegistryService registry;
    private final Snapshots snapshots;
    private final Printer printer;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LedgerPapers(
            @Reference RegistryService registry, @Reference Snapshots snapshots, @Reference Printer printer) {
        this.registry = registry;
        this.snapshots = snapshots;
        this.printer = printer;
    }

    /** Writes a file as it goes. */
    interface Book {
        /** @param out is not closed */
        void write(OutputStream out) throws IOException;
    }

    byte[] print(String site, Actor actor) throws IOException {
        Site found = registry.site(site);
        Access.reads(found.division(), actor);
        Snapshot snapshot =
                snapshots.of(List.of(found), Moments.today(clock), actor).get(0);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.pdf(LedgerSheet.of(snapshot, Checks.of(snapshot)), pdf);
        return pdf.toByteArray();
    }

    /** The sites of a division and below; who may not see them is told before anything is written. */
    Book book(String division, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        LocalDate today = Moments.today(clock);
        return out -> {
            try (LedgerBook book = new LedgerBook(out)) {
                String next = null;
                do {
                    Page<Site> sites = registry.sites(division, null, new PageRequest(next, PART));
                    for (Snapshot snapshot : snapshots.of(sites.items(), today, actor)) {
                        book.add(snapshot, Checks.of(snapshot));
                    }
                    next = sites.next();
                } while (next != null);
            }
        };
    }
}
