// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.soap;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.ProblemFault;
import org.sanban.api.web.SoapEndpoint;
import org.sanban.matters.internal.soap.MatterTypes.FoundMatterType;
import org.sanban.matters.internal.soap.MatterTypes.MatterPageType;

/** The catalogue over SOAP: {@code /api/soap/Matter}. Reading is public: no UsernameToken is asked for. */
@Component(service = SoapEndpoint.class)
@WebService(
        name = "Matter",
        serviceName = "MatterService",
        portName = "MatterPort",
        targetNamespace = MatterTypes.NAMESPACE)
public final class MatterEndpoint implements SoapEndpoint {
    private final MatterService matters;

    @Activate
    public MatterEndpoint(@Reference MatterService matters) {
        this.matters = matters;
    }

    @Override
    @WebMethod(exclude = true)
    public String name() {
        return "Matter";
    }

    /** A matter with its newest guide. */
    @WebMethod
    @WebResult(name = "matter")
    public FoundMatterType getMatter(@WebParam(name = "code") String code) throws ProblemFault {
        return FoundMatterType.of(matters.matter(code));
    }

    /**
     * Matters in force by code.
     *
     * @param text words that the name holds, or the whole code; all where it is not there
     * @param after {@code next} of the page before, not there for the first
     * @param limit how many at most, 1 to 200; 20 where it is not there
     */
    @WebMethod
    @WebResult(name = "page")
    public MatterPageType findMatters(
            @WebParam(name = "text") String text,
            @WebParam(name = "after") String after,
            @WebParam(name = "limit") Integer limit)
            throws ProblemFault {
        return MatterPageType.of(matters.find(
                new MatterQuery(text, null, null, null, true),
                new PageRequest(after, limit == null ? PageRequest.DEFAULT : limit)));
    }
}
