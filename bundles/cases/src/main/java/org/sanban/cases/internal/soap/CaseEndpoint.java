// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.BookingService;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.NumberService;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.ReservedNumber;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Callers;
import org.sanban.api.web.ProblemFault;
import org.sanban.api.web.SoapEndpoint;
import org.sanban.cases.internal.soap.BookingTypes.BookedPageType;
import org.sanban.cases.internal.soap.BookingTypes.BookingQueryType;
import org.sanban.cases.internal.soap.BookingTypes.BookingType;
import org.sanban.cases.internal.soap.CaseTypes.AnswerType;
import org.sanban.cases.internal.soap.CaseTypes.ReceiptType;
import org.sanban.cases.internal.soap.CaseTypes.StepType;
import org.sanban.cases.internal.soap.CommandTypes.ActionType;
import org.sanban.cases.internal.soap.CommandTypes.DraftType;
import org.sanban.cases.internal.soap.CommandTypes.MaterialType;
import org.sanban.cases.internal.soap.CommandTypes.MovedType;
import org.sanban.cases.internal.soap.CommandTypes.OpeningType;
import org.sanban.cases.internal.soap.CommandTypes.OriginalType;
import org.sanban.cases.internal.soap.CommandTypes.ReturnedType;
import org.sanban.cases.internal.soap.FoundTypes.CaseType;
import org.sanban.cases.internal.soap.ListTypes.CasePageType;
import org.sanban.cases.internal.soap.ListTypes.CaseQueryType;
import org.sanban.cases.internal.soap.ProgressTypes.ProgressType;

/** Cases over SOAP: {@code /api/soap/Case}. */
@Component(service = SoapEndpoint.class)
@WebService(name = "Case", serviceName = "CaseService", portName = "CasePort", targetNamespace = CaseTypes.NAMESPACE)
public final class CaseEndpoint implements SoapEndpoint {
    private final CaseService cases;
    private final BookingService bookings;
    private final NumberService numbers;
    private final Callers callers;

    @Activate
    public CaseEndpoint(
            @Reference CaseService cases,
            @Reference BookingService bookings,
            @Reference NumberService numbers,
            @Reference Callers callers) {
        this.cases = cases;
        this.bookings = bookings;
        this.numbers = numbers;
        this.callers = callers;
    }

    @Override
    @WebMethod(exclude = true)
    public String name() {
        return "Case";
    }

    /** Submits a case. */
    @WebMethod
    @WebResult(name = "receipt")
    public ReceiptType submitCase(@WebParam(name = "draft") DraftType draft) throws ProblemFault {
        Actor actor = callers.actor();
        List<Field> form = cases.modes().stream()
                .filter(workflow -> workflow.mode().equals(draft.mode))
                .findFirst()
                .map(Workflow::application)
                .orElse(List.of());
        return receipt(cases.submit(
                new Draft(
                        draft.mode,
                        draft.matter,
                        draft.site,
                        draft.applicant.value(),
                        draft.material.stream().map(MaterialType::value).toList(),
                        draft.taken.stream().map(OriginalType::value).toList(),
                        answers(form, draft.answer),
                        draft.note,
                        draft.idempotencyKey,
                        draft.number),
                actor));
    }

    /** Does something with a case. */
    @WebMethod
    @WebResult(name = "receipt")
    public ReceiptType actOnCase(@WebParam(name = "number") String number, @WebParam(name = "action") ActionType action)
            throws ProblemFault {
        Actor actor = callers.actor();
        Case before = cases.get(number, actor);
        List<Field> form = cases.workflow(before.mode(), before.workflow())
                .step(before.stage(), action.name)
                .map(Step::form)
                .orElse(List.of());
        return receipt(cases.act(
                number,
                new Action(
                        action.name,
                        action.version,
                        answers(form, action.answer),
                        action.material.stream().map(MaterialType::value).toList(),
                        action.taken.stream().map(OriginalType::value).toList(),
                        action.returned.stream().map(ReturnedType::value).toList(),
                        action.moved.stream().map(MovedType::value).toList(),
                        action.assignee,
                        action.booking.stream().map(BookingType::value).toList(),
                        action.opening.stream().map(OpeningType::value).toList(),
                        action.endedPart,
                        action.note,
                        action.idempotencyKey),
                actor));
    }

    /** Sets numbers apart for cases that are submitted under them later. */
    @WebMethod
    @WebResult(name = "number")
    public List<String> reserveNumbers(@WebParam(name = "count") int count) throws ProblemFault {
        return numbers.reserve(count, callers.actor()).stream()
                .map(ReservedNumber::number)
                .toList();
    }

    /** Reads a case. */
    @WebMethod
    @WebResult(name = "found")
    public CaseType getCase(@WebParam(name = "number") String number) throws ProblemFault {
        return CaseType.of(cases.get(number, callers.actor()), callers.language());
    }

    /** Lists cases, newest first; with a light, most urgent first. */
    @WebMethod
    @WebResult(name = "page")
    public CasePageType listCases(@WebParam(name = "query") CaseQueryType query) throws ProblemFault {
        CaseQueryType asked = query == null ? new CaseQueryType() : query;
        return CasePageType.of(cases.find(asked.value(), asked.page(), callers.actor()), callers.language());
    }

    /** Booked times of a person, a vehicle, or a division's cases, earliest first. */
    @WebMethod
    @WebResult(name = "page")
    public BookedPageType listBookings(@WebParam(name = "query") BookingQueryType query) throws ProblemFault {
        PageRequest page = new PageRequest(query.after, query.limit == null ? PageRequest.DEFAULT : query.limit);
        return BookedPageType.of(
                bookings.booked(query.resource, query.division, query.from, query.to, page, callers.actor()));
    }

    /** The steps the caller may do with a case now. */
    @WebMethod
    @WebResult(name = "step")
    public List<StepType> listSteps(@WebParam(name = "number") String number) throws ProblemFault {
        return cases.steps(number, callers.actor()).stream()
                .map(step -> StepType.of(step, callers.language()))
                .toList();
    }

    /** How a case stands, for its applicant; needs no UsernameToken. */
    @WebMethod
    @WebResult(name = "progress")
    public ProgressType followCase(
            @WebParam(name = "number") String number, @WebParam(name = "phoneEnding") String phoneEnding)
            throws ProblemFault {
        return ProgressType.of(cases.follow(number, phoneEnding), callers.language());
    }

    private ReceiptType receipt(Receipt receipt) {
        return ReceiptType.of(receipt, callers.language());
    }

    /** Answers with the types their form gives them; what the form does not know stays text and is refused by name. */
    private static Map<String, Object> answers(List<Field> form, List<AnswerType> given) {
        Map<String, Object> answers = new HashMap<>();
        for (AnswerType answer : given) {
            Field.Type type = form.stream()
                    .filter(field -> field.name().equals(answer.name))
                    .map(Field::type)
                    .findFirst()
                    .orElse(Field.Type.TEXT);
            answers.put(answer.name, typed(type, answer.value));
        }
        return answers;
    }

    private static Object typed(Field.Type type, List<String> values) {
        String one = String.join("\n", values);
        return switch (type) {
            case MATERIALS, CHOICES, MATTERS -> List.copyOf(values);
            case BOOLEAN -> one.equals("true") ? Boolean.TRUE : one.equals("false") ? Boolean.FALSE : one;
            case NUMBER -> number(one);
            default -> one;
        };
    }

    /** A whole number stays one: it may be a key that is named in an answer. */
    private static Object number(String text) {
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            return text;
        }
        return text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text);
    }
}
