package orrery.schedules;

import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.pastalab.fray.runtime.Delegate;

/**
 * Receives what instrumented code reports and passes it on to Fray, except for the memory accesses of a thread that is
 * alone: the main thread before it has started another, and after the last has ended. There Fray's scheduler has one
 * thread to choose from; it chooses it and draws no random number, so that nothing is lost and every schedule keeps its
 * number. It saves most of the time of a schedule, because opening and closing kernels takes thousands of accesses.
 *
 * <p>Atomic operations and locks, which Fray reports in pairs, are passed on always.
 *
 * <p>Neither this class nor the subclass that it makes is instrumented ({@link PlainFieldsAgent}). One object a
 * schedule; its threads run one at a time, so that the list of them needs no lock.
 */
@SuppressWarnings("NonAtomicVolatileUpdate")
class AloneDelegate extends Delegate {
    private static final Constructor<? extends AloneDelegate> FORWARDING = forwarding();

    private final Delegate fray;
    /** The threads that have been started and have not ended, apart from the main thread. */
    private Thread[] others = new Thread[4];

    private volatile int count;

    /** With the delegate of a schedule that has just begun. */
    AloneDelegate(Delegate fray) {
        this.fray = fray;
    }

    /** A delegate before Fray's. */
    static Delegate before(Delegate fray) {
        try {
            return FORWARDING.newInstance(fray);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where what is not overridden here is passed on. */
    Delegate fray() {
        return fray;
    }

    @Override
    public void onThreadStart(Thread thread) {
        if (count == others.length) {
            others = Arrays.copyOf(others, 2 * count);
        }
        others[count] = thread;
        count++;
        fray.onThreadStart(thread);
    }

    @Override
    public void onThreadEnd() {
        // Threads that this schedule has not started, such as the last one's helper, end here too.
        Thread thread = Thread.currentThread();
        for (int i = 0; i < count; i++) {
            if (others[i].equals(thread)) {
                others[i] = others[count - 1];
                others[count - 1] = null;
                count--;
            }
        }
        fray.onThreadEnd();
    }

    @Override
    public void onFieldRead(Object object, String owner, String name, String descriptor) {
        if (count > 0) {
            fray.onFieldRead(object, owner, name, descriptor);
        }
    }

    @Override
    public void onFieldWrite(Object object, String owner, String name, String descriptor) {
        if (count > 0) {
            fray.onFieldWrite(object, owner, name, descriptor);
        }
    }

    @Override
    public void onStaticFieldRead(String owner, String name, String descriptor) {
        if (count > 0) {
            fray.onStaticFieldRead(owner, name, descriptor);
        }
    }

    @Override
    public void onStaticFieldWrite(String owner, String name, String descriptor) {
        if (count > 0) {
            fray.onStaticFieldWrite(owner, name, descriptor);
        }
    }

    @Override
    public void onUnsafeReadVolatile(Object object, long offset) {
        if (count > 0) {
            fray.onUnsafeReadVolatile(object, offset);
        }
    }

    @Override
    public void onUnsafeWriteVolatile(Object object, long offset) {
        if (count > 0) {
            fray.onUnsafeWriteVolatile(object, offset);
        }
    }

    @Override
    public void onArrayLoad(Object array, int index) {
        if (count > 0) {
            fray.onArrayLoad(array, index);
        }
    }

    @Override
    public void onArrayStore(Object array, int index) {
        if (count > 0) {
            fray.onArrayStore(array, index);
        }
    }

    /** A subclass made at run time, because {@link Delegate} has a hundred methods more. */
    private static Constructor<? extends AloneDelegate> forwarding() {
        ClassDesc self = AloneDelegate.class.describeConstable().orElseThrow();
        ClassDesc delegate = Delegate.class.describeConstable().orElseThrow();
        MethodTypeDesc constructor = MethodTypeDesc.of(ConstantDescs.CD_void, delegate);
        List<String> byHand = Arrays.stream(AloneDelegate.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        byte[] bytes = ClassFile.of().build(ClassDesc.of(AloneDelegate.class.getName() + "$Forwarding"), made -> {
            made.withSuperclass(self).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
            made.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    constructor,
                    0,
                    code -> code.aload(0)
                            .aload(1)
                            .invokespecial(self, ConstantDescs.INIT_NAME, constructor)
                            .return_());
            for (Method method : Delegate.class.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !byHand.contains(method.getName())) {
                    MethodTypeDesc type = type(method);
                    made.withMethodBody(method.getName(), type, ClassFile.ACC_PUBLIC, code -> {
                        code.aload(0).invokevirtual(self, "fray", MethodTypeDesc.of(delegate));
                        for (int i = 0; i < type.parameterCount(); i++) {
                            code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
                        }
                        code.invokevirtual(delegate, method.getName(), type).return_(TypeKind.from(type.returnType()));
                    });
                }
            }
        });
        try {
            return MethodHandles.lookup()
                    .defineClass(bytes)
                    .asSubclass(AloneDelegate.class)
                    .getDeclaredConstructor(Delegate.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodTypeDesc type(Method method) {
        return MethodTypeDesc.of(
                method.getReturnType().describeConstable().orElseThrow(),
                Arrays.stream(method.getParameterTypes())
                        .map(parameter -> parameter.describeConstable().orElseThrow())
                        .toList());
    }
}
