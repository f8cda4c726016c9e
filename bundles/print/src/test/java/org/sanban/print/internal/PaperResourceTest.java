// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.identity.Actor;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

class PaperResourceTest {
    private final Case sample = Cases.sample().make();
    private final Papers papers = new Papers();
    private final PaperResource resource = new PaperResource(
            seenBy(Samples.clerk()),
            papers,
            (sheet, out) -> out.write(sheet.title().getBytes(StandardCharsets.UTF_8)));

    @Test
    void papersComeAndGoWithTheirPlugins() {
        assertEquals(List.of(), resource.papers(sample.number(), Samples.clerk()));
        PaperForm first = form("b-form", true);
        papers.addForm(first);
        papers.addForm(form("a-form", true));
        papers.addForm(form("unfit", false));
        assertEquals(List.of("a-form", "b-form"), ids());
        papers.removeForm(first);
        assertEquals(List.of("a-form"), ids());
    }

    @Test
    void aFaultyPaperDoesNotHideTheOthers() {
        papers.addForm(new Form("broken", true) {
            @Override
            public boolean fits(Case c) {
                throw new IllegalStateException("broken");
            }
        });
        papers.addForm(form("a-form", true));
        assertEquals(List.of("a-form"), ids());
    }

    @Test
    void onlyWhoSeesTheCaseGetsItsPapers() {
        papers.addForm(form("a-form", true));
        assertEquals(Problem.Kind.NOT_FOUND, problem("a-form", Samples.officer()));
    }

    @Test
    void aPaperThatIsNotThereOrDoesNotFitIsSaid() {
        papers.addForm(form("unfit", false));
        assertEquals(Problem.Kind.NOT_FOUND, problem("none", Samples.clerk()));
        assertEquals(Problem.Kind.CONFLICT, problem("unfit", Samples.clerk()));
    }

    @Test
    void thePaperHasANameThatIsSafeEverywhere() throws Exception {
        papers.addForm(form("a\"b/../c", true));
        PaperResource.Pdf pdf = resource.print(sample.number(), "a\"b/../c", Samples.clerk());
        assertEquals("示例文书", new String(pdf.content(), StandardCharsets.UTF_8));
        assertTrue(
                pdf.disposition()
                        .matches("inline; filename=\"61092626000000017-[A-Za-z0-9_-]+\\.pdf\";"
                                + " filename\\*=UTF-8''[A-Za-z0-9%._-]+"),
                pdf.disposition());
    }

    private List<String> ids() {
        return resource.papers(sample.number(), Samples.clerk()).stream()
                .map(PaperResource.PaperName::id)
                .toList();
    }

    private Problem.Kind problem(String form, Actor actor) {
        return assertThrows(Problem.class, () -> resource.print(sample.number(), form, actor))
                .kind();
    }

    private static PaperForm form(String id, boolean fits) {
        return new Form(id, fits);
    }

    /** Only {@code get}, and only for one account. */
    private CaseService seenBy(Actor only) {
        return (CaseService) Proxy.newProxyInstance(
                CaseService.class.getClassLoader(), new Class<?>[] {CaseService.class}, (proxy, method, arguments) -> {
                    assertEquals("get", method.getName());
                    if (!only.equals(arguments[1])) {
                        throw Problem.notFound("case", sample.number());
                    }
                    return sample;
                });
    }

    private static class Form implements PaperForm {
        private final String id;
        private final boolean fits;

        Form(String id, boolean fits) {
            this.id = id;
            this.fits = fits;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Text name() {
            return new Text("示例 文书*", "Sample paper");
        }

        @Override
        public boolean fits(Case c) {
            return fits;
        }

        @Override
        public Sheet fill(Case c) {
            return new Sheet("示例文书", c.number(), List.of(), List.of(), null, true);
        }
    }
}
