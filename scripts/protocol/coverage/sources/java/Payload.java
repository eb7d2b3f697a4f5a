import io.livekit.server.AccessToken;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Mints a token with everything that the SDK can write, and prints its payload. The names of claims are in the code of
 * the SDK's methods, which reflection cannot read. A map has the single key "*".
 */
public class Payload {
  private static final String PACKAGE = "io/livekit/server";

  public static void main(String[] args) throws Exception {
    var token = new AccessToken("key", "a secret of thirty-two characters");
    var grants = new ArrayList<Object>();
    for (var name : classNames()) {
      var type = Class.forName(name, false, Payload.class.getClassLoader());
      if (!Modifier.isAbstract(type.getModifiers()) && isGrant(type.getSuperclass())) grants.add(make(type));
    }
    var called = new TreeSet<String>();
    for (var method : AccessToken.class.getMethods()) {
      if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
        set(token, method);
        called.add(method.getName());
      }
      if (method.getName().matches("get.+") && method.getReturnType() == Map.class) fill(method.invoke(token));
      if (method.getName().startsWith("add") && takesIterable(method)) {
        var element = elementOf(method);
        method.invoke(token, grants.stream().filter(element::isInstance).toList());
        called.add(method.getName());
      }
    }
    for (var method : AccessToken.class.getDeclaredMethods()) {
      var sets = Modifier.isPublic(method.getModifiers()) && method.getParameterCount() > 0;
      if (sets && !called.contains(method.getName())) throw new IllegalStateException(method + ": no known way to call it");
    }
    var payload = ((String) AccessToken.class.getMethod("toJwt").invoke(token)).split("\\.")[1];
    System.out.println(new String(Base64.getUrlDecoder().decode(payload), "UTF-8"));
  }

  /** Whether a class is that of a grant, which has a key and a value, such as canPublish and true. */
  private static boolean isGrant(Class<?> type) {
    try {
      return type != null && type.getMethod("getKey").getReturnType() == String.class && type.getMethod("getValue") != null;
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  private static Object make(Class<?> type) throws Exception {
    for (Constructor<?> constructor : type.getConstructors()) {
      if (constructor.getParameterCount() == 1) return constructor.newInstance(sample(constructor.getParameterTypes()[0]));
    }
    throw new IllegalStateException(type + " has no constructor with one parameter");
  }

  private static void set(AccessToken token, Method method) throws Exception {
    var type = method.getParameterTypes()[0];
    // Skips the times, which every SDK writes.
    if (type != long.class && type != Date.class) method.invoke(token, sample(type));
  }

  @SuppressWarnings("unchecked")
  private static void fill(Object map) {
    ((Map<String, String>) map).put("*", "");
  }

  private static Object sample(Class<?> type) throws Exception {
    if (type == boolean.class || type == Boolean.class) return true;
    if (type == int.class || type == Integer.class) return 1;
    if (type == String.class) return "x";
    if (type == List.class) return List.of("x");
    if (type == Map.class) return Map.of("*", "");
    return type.getMethod("getDefaultInstance").invoke(null);
  }

  private static boolean takesIterable(Method method) {
    return method.getParameterCount() == 1 && method.getParameterTypes()[0] == Iterable.class;
  }

  private static Class<?> elementOf(Method method) {
    var element = ((ParameterizedType) method.getGenericParameterTypes()[0]).getActualTypeArguments()[0];
    return (Class<?>) (element instanceof WildcardType wild ? wild.getUpperBounds()[0] : element);
  }

  private static Iterable<String> classNames() throws Exception {
    var jar = AccessToken.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar), Map.of());
        Stream<Path> paths = Files.list(files.getPath(PACKAGE))) {
      var names = new TreeSet<String>();
      paths.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .forEach(name -> names.add((PACKAGE + "/" + name.replaceFirst("\\.class$", "")).replace('/', '.')));
      return names;
    }
  }
}
