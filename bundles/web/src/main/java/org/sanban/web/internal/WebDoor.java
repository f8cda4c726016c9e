// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.web.MetricSource;
import org.sanban.api.web.RestResource;
import org.sanban.api.web.SoapEndpoint;

/**
 * The REST and SOAP doors: each {@link RestResource} and {@link SoapEndpoint} on a CXF server of its own, so that
 * publishing or taking away one never disturbs another.
 */
@Component(
        service = {},
        immediate = true)
public final class WebDoor {
    private final Bus bus;
    private final Json json = new Json();
    private final Doors doors;
    private final Meter meter = new Meter();
    private final Servers servers;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Logins logins = new Logins();
    private volatile byte[] openApi;

    @Activate
    public WebDoor(BundleContext context, @Reference Doors doors, @Reference Listing pages, @Reference Limits limits) {
        this.doors = doors;
        servers = new Servers(doors);
        startCxf();
        bus = inCxf(() -> new CXFBusFactory().createBus());
        bus.setId("sanban");
        // Every request runs with it; CXF would search all its bundles for one each time.
        bus.setExtension(CXFBusFactory.class.getClassLoader(), ClassLoader.class);
        bus.setProperty("skip.default.json.provider.registration", true);
        // SoapProblems logs what is a defect; CXF would log every refused request with its stack trace.
        bus.setProperty(FaultListener.class.getName(), (FaultListener) (thrown, where, message) -> false);
        bus.getInInterceptors().add(new Utf8());
        filter(context, new Porch(doors, json, meter, limits));
        servlet(context, new Door(bus), "sanban-api", "/api/*");
        servlet(context, new Pages("application/json", this::openApi), "sanban-openapi", "/api/v1/openapi.json");
        servlet(
                context,
                new Pages("text/plain; version=0.0.4; charset=utf-8", this::metrics),
                "sanban-metrics",
                "/system/metrics");
        servlet(
                context,
                new Front(
                        "/api/docs",
                        "/docs/",
                        "docs.css",
                        "start.js",
                        "swagger-ui.css",
                        "swagger-ui-bundle.js",
                        "favicon-32x32.png"),
                "sanban-docs",
                "/api/docs",
                "/api/docs/*");
        servlet(context, new StartPage(pages), "sanban-front", "");
    }

    /**
     * A bus knows only what CXF's bundles have told of themselves when it is made, which they do when CXF is started. At the
     * very first start the order among bundles that need each other in a ring is left to chance, and this one may be first.
     */
    private static void startCxf() {
        Bundle cxf = FrameworkUtil.getBundle(CXFBusFactory.class);
        if (cxf != null && cxf.getState() != Bundle.ACTIVE) {
            try {
                cxf.start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                throw new IllegalStateException("CXF does not start", e);
            }
        }
    }

    private void servlet(BundleContext context, Servlet servlet, String name, String... patterns) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(
                "osgi.http.whiteboard.servlet.name",
                name,
                "osgi.http.whiteboard.servlet.pattern",
                patterns,
                "osgi.http.whiteboard.servlet.asyncSupported",
                "true",
                "servlet.init.hide-service-list-page",
                "true"));
        registrations.add(context.registerService(Servlet.class, servlet, properties));
    }

    private void filter(BundleContext context, Filter filter) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(
                "osgi.http.whiteboard.filter.name", "sanban-porch",
                "osgi.http.whiteboard.filter.pattern", "/api/*",
                "osgi.http.whiteboard.filter.asyncSupported", "true"));
        registrations.add(context.registerService(Filter.class, filter, properties));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        servers.stop();
        bus.shutdown(true);
    }

    /** Identity may be replaced while requests run. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setIdentity(IdentityService service) {
        logins.open(service);
    }

    public void unsetIdentity(IdentityService service) {
        logins.close(service);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addResource(RestResource resource) {
        String address = "/" + resource.address();
        servers.publish(
                address,
                resource,
                () -> inCxf(() -> {
                    // A mapper and gate of its own: what they remember of its classes goes with it.
                    JsonBody body = new JsonBody(new Json());
                    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
                    factory.setBus(bus);
                    factory.setAddress(address);
                    factory.setResourceClasses(resource.getClass());
                    factory.setResourceProvider(resource.getClass(), new SingletonResourceProvider(resource));
                    factory.setProviders(
                            List.of(body, new Parameters(), new Gate(logins), new Answers(), new Problems()));
                    return factory.create();
                }));
        openApi = null;
    }

    public void removeResource(RestResource resource) {
        servers.take("/" + resource.address(), resource);
        openApi = null;
        // Every mapper of every bundle shares these, and would hold the classes of a bundle that is gone.
        TypeFactory.defaultInstance().clearCache();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addEndpoint(SoapEndpoint endpoint) {
        servers.publish(
                "/soap/" + endpoint.name(),
                endpoint,
                () -> inCxf(() -> {
                    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
                    factory.setBus(bus);
                    factory.setAddress("/soap/" + endpoint.name());
                    factory.setServiceBean(endpoint);
                    factory.setServiceClass(endpoint.getClass());
                    factory.getProperties(true).put("schema-validation-enabled", "IN");
                    factory.getInInterceptors().add(new UsernameToken(logins));
                    factory.getOutFaultInterceptors().add(new SoapProblems());
                    return factory.create();
                }));
    }

    public void removeEndpoint(SoapEndpoint endpoint) {
        servers.take("/soap/" + endpoint.name(), endpoint);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(MetricSource source) {
        meter.add(source);
    }

    public void removeSource(MetricSource source) {
        meter.remove(source);
    }

    private byte[] openApi() {
        byte[] document = openApi;
        if (document == null) {
            List<RestResource> resources = doors.open().values().stream()
                    .filter(RestResource.class::isInstance)
                    .map(RestResource.class::cast)
                    .toList();
            document = inCxf(() -> OpenApi.document(resources)).getBytes(StandardCharsets.UTF_8);
            openApi = document;
        }
        return document;
    }

    private byte[] metrics() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            meter.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** CXF and JAXB look their parts up by the thread's class loader. */
    private static <T> T inCxf(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CXFBusFactory.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** CXF's servlet over a bus that is there already. */
    private static final class Door extends CXFNonSpringServlet {
        private static final long serialVersionUID = 1L;

        Door(Bus bus) {
            super(null, false);
            setBus(bus);
        }

        @Override
        protected void loadBus(ServletConfig config) {
            // the bus is made by WebDoor
        }

        @Override
        public void destroyBus() {
            // and ends with it
        }
    }
}
