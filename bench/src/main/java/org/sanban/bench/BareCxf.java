// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.util.function.UnaryOperator;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * The limit's read through CXF with nothing else on the way: no login, no JSON to write, no class to map. What the
 * distribution can reach at most, as long as CXF serves its REST door.
 */
@Path("/cases")
public final class BareCxf {
    static final String ADDRESS = "/cxf/cases/";

    private final UnaryOperator<String> read;

    private BareCxf(UnaryOperator<String> read) {
        this.read = read;
    }

    /** A case as JSON. */
    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    public String read(@PathParam("number") String number) {
        return read.apply(number);
    }

    /** @param read gives the JSON of a case by number */
    static ServletContextHandler handler(UnaryOperator<String> read) {
        Bus bus = BusFactory.newInstance().createBus();
        bus.setExtension(BareCxf.class.getClassLoader(), ClassLoader.class);
        CXFNonSpringServlet servlet = new CXFNonSpringServlet(null, false);
        servlet.setBus(bus);
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        factory.setServiceBean(new BareCxf(read));
        factory.create();
        ServletContextHandler handler = new ServletContextHandler();
        handler.setContextPath("/cxf");
        handler.addServlet(new ServletHolder(servlet), "/*");
        return handler;
    }
}
