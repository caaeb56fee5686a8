package org.tocsin.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the matched method of the API does not know, and those given twice: a typo is no default. */
@Priority(Priorities.USER)
final class KnownParameters implements ContainerRequestFilter {
    @Context
    private @Nullable ResourceInfo matched;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = matched == null ? null : matched.getResourceMethod();
        if (method == null
                || method.getDeclaringClass().getPackage() != getClass().getPackage()) {
            return;
        }
        SortedSet<String> known = known(method);
        for (Map.Entry<String, List<String>> given :
                request.getUriInfo().getQueryParameters().entrySet()) {
            if (!known.contains(given.getKey())) {
                throw new ProblemException(
                        Problem.field(given.getKey(), "there is no such parameter here; there are " + known, known));
            }
            if (given.getValue().size() > 1) {
                throw new ProblemException(Problem.field(given.getKey(), "is given more than once", List.of()));
            }
        }
    }

    /** The names of the method's own query parameters and of those in its parameter objects. */
    static SortedSet<String> known(Method method) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter.getAnnotation(QueryParam.class));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> type = parameter.getType(); type != null; type = type.getSuperclass()) {
                    for (Field field : type.getDeclaredFields()) {
                        add(names, field.getAnnotation(QueryParam.class));
                    }
                }
            }
        }
        return names;
    }

    private static void add(SortedSet<String> names, @Nullable QueryParam parameter) {
        if (parameter != null) {
            names.add(parameter.value());
        }
    }
}
