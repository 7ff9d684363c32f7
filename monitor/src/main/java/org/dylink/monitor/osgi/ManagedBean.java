package org.dylink.monitor.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.dylink.monitor.DylinkMXBean;
import org.dylink.monitor.Monitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The monitor's place in the JVM's MBean server. */
final class ManagedBean implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ManagedBean.class.getName());
  private static final String NAME = "org.dylink:type=Monitor";

  private final MBeanServer server;
  private final ObjectName name; // null if it has none

  private ManagedBean(MBeanServer server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /** Registers it; where that fails, that is logged, and nobody misses more than JMX. */
  static ManagedBean register(Monitor monitor, BundleContext context) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    StandardMBean bean = new StandardMBean(new MonitorBean(monitor), DylinkMXBean.class, true);
    try {
      return new ManagedBean(server, register(server, bean, context));
    } catch (JMException e) {
      LOG.log(Level.WARNING, "not in JMX: {0}", e.toString());
      return new ManagedBean(server, null);
    }
  }

  private static ObjectName register(MBeanServer server, StandardMBean bean, BundleContext context)
      throws JMException {
    try {
      return server.registerMBean(bean, new ObjectName(NAME)).getObjectName();
    } catch (InstanceAlreadyExistsException e) {
      // Another framework in this JVM has been faster.
      String framework = context.getProperty(Constants.FRAMEWORK_UUID);
      ObjectName own = new ObjectName(NAME + ",framework=" + framework);
      return server.registerMBean(bean, own).getObjectName();
    }
  }

  @Override
  public void close() {
    try {
      if (name != null) {
        server.unregisterMBean(name);
      }
    } catch (JMException e) {
      LOG.log(Level.DEBUG, "taken out of JMX by another", e);
    }
  }
}
