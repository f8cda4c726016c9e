// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.sanban.api.modules.Piece;

/** Over Karaf's features service. */
@Component(service = Platform.class)
public final class KarafPlatform implements Platform {
    private static final EnumSet<Option> UPGRADE = EnumSet.of(Option.NoAutoRefreshBundles, Option.Upgrade);

    private final FeaturesService features;
    private final ServiceComponentRuntime components;
    private final BundleContext context;

    @Activate
    public KarafPlatform(
            @Reference FeaturesService features, @Reference ServiceComponentRuntime components, BundleContext context) {
        this.features = features;
        this.components = components;
        // The system's own context: bundles of every region are seen.
        this.context = context.getBundle(Constants.SYSTEM_BUNDLE_ID).getBundleContext();
    }

    @Override
    public boolean started() {
        String beginning = context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL);
        int level = context.getBundle().adapt(FrameworkStartLevel.class).getStartLevel();
        return level >= (beginning == null ? 1 : Integer.parseInt(beginning));
    }

    @Override
    public List<Part> parts() {
        try {
            return Arrays.stream(features.listFeatures()).map(this::part).toList();
        } catch (Exception e) {
            throw new IllegalStateException("the feature repositories cannot be read", e);
        }
    }

    @Override
    public List<Part> read(Path repository) throws Refused {
        return ask(() -> Arrays.stream(
                        features.createRepository(repository.toUri()).getFeatures())
                .map(this::part)
                .toList());
    }

    @Override
    public void offer(Path repository) throws Refused {
        ask(() -> {
            features.addRepository(repository.toUri());
            return null;
        });
    }

    @Override
    public void withdraw(Path repository) throws Refused {
        ask(() -> {
            features.removeRepository(repository.toUri());
            return null;
        });
    }

    @Override
    public void install(Set<String> ids) throws Refused {
        Set<String> before = required();
        try {
            ask(() -> {
                features.installFeatures(ids, UPGRADE);
                return null;
            });
        } catch (Refused refused) {
            takeBack(before, refused);
            throw refused;
        }
    }

    /** A bundle that does not start is found out when Karaf has written down what is installed: it is asked for what was before. */
    private void takeBack(Set<String> before, Refused refused) {
        Set<String> lost = less(before, required());
        try {
            if (!lost.isEmpty()) {
                features.installFeatures(lost, UPGRADE);
            }
            Set<String> more = less(required(), before);
            if (!more.isEmpty()) {
                remove(more);
            }
        } catch (Exception e) {
            refused.addSuppressed(e);
        }
    }

    @Override
    public void remove(Set<String> ids) throws Refused {
        ask(() -> {
            features.uninstallFeatures(ids, EnumSet.of(Option.NoAutoRefreshBundles));
            return null;
        });
    }

    /** What Karaf was asked for, each as name and range. */
    private Set<String> required() {
        return features.listRequirements().getOrDefault(FeaturesService.ROOT_REGION, Set.of()).stream()
                .map(requirement -> requirement.substring(requirement.indexOf(':') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> less(Set<String> all, Set<String> these) {
        return all.stream().filter(one -> !these.contains(one)).collect(Collectors.toSet());
    }

    @Override
    public Piece piece(String location) {
        Bundle bundle = bundle(location);
        if (bundle == null) {
            return null;
        }
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        int good = fragment ? Bundle.RESOLVED : Bundle.ACTIVE | Bundle.STARTING;
        return new Piece(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                null,
                (bundle.getState() & good) != 0,
                Instant.ofEpochMilli(bundle.getLastModified()));
    }

    @Override
    public boolean settled(String location) {
        Bundle bundle = bundle(location);
        return bundle == null
                || components.getComponentDescriptionDTOs(bundle).stream()
                        .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                        .noneMatch(component -> component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
    }

    /** The bundle whose content came from an address. One that was updated in place keeps the address of its first content. */
    private Bundle bundle(String location) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> artifact(bundle.getLocation()).equals(artifact(location)))
                .filter(bundle -> source(bundle).equals(location))
                .findFirst()
                .orElse(null);
    }

    /** An address without its version. */
    private static String artifact(String location) {
        return location.substring(0, location.lastIndexOf('/') + 1);
    }

    /** Karaf writes down where an update came from. */
    private static String source(Bundle bundle) {
        String updated = bundle.getHeaders("").get(Constants.BUNDLE_UPDATELOCATION);
        return updated == null ? bundle.getLocation() : updated;
    }

    private Part part(Feature feature) {
        return new Part(
                feature.getName(),
                feature.getVersion(),
                feature.getDescription(),
                feature.getDetails(),
                feature.getDependencies().stream()
                        .map(need -> new Part.Wish(need.getName(), need.getVersion()))
                        .toList(),
                feature.getBundles().stream().map(BundleInfo::getLocation).toList(),
                features.isInstalled(feature),
                features.isRequired(feature));
    }

    private static <T> T ask(Callable<T> question) throws Refused {
        try {
            return question.call();
        } catch (Exception e) {
            throw new Refused(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
