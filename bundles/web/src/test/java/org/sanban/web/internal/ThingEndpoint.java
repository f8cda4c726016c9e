// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.time.Duration;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.web.Callers;
import org.sanban.api.web.ProblemFault;
import org.sanban.api.web.SoapEndpoint;

/** An endpoint as a plugin would write it. */
@WebService(name = "Thing", serviceName = "ThingService", portName = "ThingPort", targetNamespace = "urn:test")
public final class ThingEndpoint implements SoapEndpoint {
    private final Callers callers;

    ThingEndpoint(Callers callers) {
        this.callers = callers;
    }

    @Override
    @WebMethod(exclude = true)
    public String name() {
        return "Thing";
    }

    @WebMethod
    @WebResult(name = "greeting")
    public String greet(@WebParam(name = "name") String name, @WebParam(name = "count") int count) throws ProblemFault {
        if ("defect".equals(name)) {
            throw new IllegalStateException("secret");
        }
        if ("taken".equals(name)) {
            throw Problem.invalid("name", new Text("名称已被使用。", "The name is taken."));
        }
        if ("often".equals(name)) {
            throw Problem.tooMany(new Text("请 15 分钟后再试。", "Try again in 15 min."), Duration.ofMinutes(15));
        }
        return name;
    }

    @WebMethod
    @WebResult(name = "account")
    public String me() throws ProblemFault {
        return callers.actor().account() + " " + callers.actor().channel();
    }
}
