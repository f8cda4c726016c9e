// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal.soap;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Callers;
import org.sanban.api.web.ProblemFault;
import org.sanban.api.web.SoapEndpoint;
import org.sanban.evaluation.internal.Evaluations;
import org.sanban.evaluation.internal.soap.EvaluationTypes.JudgementType;
import org.sanban.evaluation.internal.soap.EvaluationTypes.RatingPageType;
import org.sanban.evaluation.internal.soap.EvaluationTypes.ThanksType;

/** Ratings over SOAP, for the hotline's and the province's systems (R70): {@code /api/soap/Evaluation}. */
@Component(service = SoapEndpoint.class)
@WebService(
        name = "Evaluation",
        serviceName = "EvaluationService",
        portName = "EvaluationPort",
        targetNamespace = EvaluationTypes.NAMESPACE)
public final class EvaluationEndpoint implements SoapEndpoint {
    private final Evaluations evaluations;
    private final Callers callers;

    @Activate
    public EvaluationEndpoint(@Reference Evaluations evaluations, @Reference Callers callers) {
        this.evaluations = evaluations;
        this.callers = callers;
    }

    @Override
    @WebMethod(exclude = true)
    public String name() {
        return "Evaluation";
    }

    /** Enters what a citizen says of a case. */
    @WebMethod
    @WebResult(name = "thanks")
    public ThanksType submitEvaluation(
            @WebParam(name = "number") String number,
            @WebParam(name = "phone") String phone,
            @WebParam(name = "occasion") String occasion,
            @WebParam(name = "judgement") JudgementType judgement)
            throws ProblemFault {
        Actor actor = callers.actor();
        JudgementType said = judgement == null ? new JudgementType() : judgement;
        return ThanksType.of(evaluations.enter(number, phone, occasion, said.value(), actor));
    }

    /** Lists ratings, newest first. */
    @WebMethod
    @WebResult(name = "page")
    public RatingPageType listEvaluations(
            @WebParam(name = "division") String division,
            @WebParam(name = "bad") Boolean bad,
            @WebParam(name = "after") String after,
            @WebParam(name = "limit") Integer limit)
            throws ProblemFault {
        Actor actor = callers.actor();
        PageRequest page = new PageRequest(after, limit == null ? PageRequest.DEFAULT : limit);
        return RatingPageType.of(evaluations.list(division, Boolean.TRUE.equals(bad), page, actor), callers.language());
    }
}
