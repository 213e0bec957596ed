import { bloodPressure, temperature, weight, type DeviceValues } from "./gatt-values.ts";

// A measuring device fills in the form over Bluetooth, where the browser can; the person looks at it and keeps it.
interface Characteristic extends EventTarget {
  value?: DataView;
  startNotifications(): Promise<unknown>;
}
interface Service {
  getCharacteristic(number: number): Promise<Characteristic>;
}
interface Server {
  getPrimaryService(number: number): Promise<Service>;
}
interface Device {
  gatt?: { connect(): Promise<Server>; disconnect(): void };
}
interface Bluetooth {
  requestDevice(options: { filters: { services: number[] }[] }): Promise<Device>;
}

const SERVICES: [number, number, (view: DataView) => DeviceValues][] = [
  [0x1810, 0x2a35, bloodPressure],
  [0x181d, 0x2a9d, weight],
  [0x1809, 0x2a1c, temperature],
];

export function offerDevices(page: Document): void {
  const bluetooth = (navigator as Navigator & { bluetooth?: Bluetooth }).bluetooth;
  for (const place of page.querySelectorAll<HTMLElement>("[data-bluetooth]")) {
    const button = place.querySelector("button");
    const told = place.querySelector<HTMLElement>("[role=status]");
    const form = place.closest("section")?.querySelector<HTMLFormElement>("form");
    if (bluetooth && button && told && form) {
      place.querySelector<HTMLElement>("[data-cannot]")?.remove();
      button.hidden = false;
      button.addEventListener("click", () => {
        told.textContent = place.dataset["waiting"] ?? "";
        read(bluetooth, (said) => {
          told.textContent = (fill(form, said) ? place.dataset["filled"] : place.dataset["unit"]) ?? "";
        }).catch(() => {
          told.textContent = place.dataset["failed"] ?? "";
        });
      });
    }
  }
}

async function read(bluetooth: Bluetooth, use: (said: DeviceValues) => void): Promise<void> {
  const device = await bluetooth.requestDevice({ filters: SERVICES.map(([service]) => ({ services: [service] })) });
  const server = await device.gatt?.connect();
  let found = false;
  for (const [number, values, parse] of SERVICES) {
    const service = await server?.getPrimaryService(number).catch(() => undefined);
    if (service) {
      const characteristic = await service.getCharacteristic(values);
      characteristic.addEventListener("characteristicvaluechanged", () => {
        if (characteristic.value) {
          use(parse(characteristic.value));
        }
      });
      await characteristic.startNotifications();
      found = true;
    }
  }
  if (!found) {
    throw new Error("The device has none of the services");
  }
}

// A device that sends what it kept sends the newest last: that stays in the form.
function fill(form: HTMLFormElement, said: DeviceValues): boolean {
  const fields = Object.entries(said.values);
  for (const [name, value] of said.at === null ? fields : [...fields, ["measured", said.at]]) {
    const field = form.elements.namedItem(name ?? "");
    if (field instanceof HTMLInputElement) {
      field.value = value ?? "";
    }
  }
  return fields.length > 0;
}
