// A text field with a list of completions, as the pattern "combobox" of the ARIA Authoring Practices
// describes it: the arrow keys move through the list, Enter selects an option, Escape closes the list or,
// if it is closed, clears the field.

let listCount = 0;

export class Combobox {
    #input;
    #list;
    #complete;
    #handlers;
    #options = [];
    #active = -1;

    // complete(text) returns the options, each with a text for the field and the content of its row. The
    // handlers are called after the event: onInput(text), onSelect(option), onEnter() if no option is
    // active, onBlur().
    constructor(input, list, { complete, ...handlers }) {
        this.#input = input;
        this.#list = list;
        this.#complete = complete;
        this.#handlers = handlers;
        list.id = `list-${++listCount}`;
        input.setAttribute("aria-controls", list.id);
        input.addEventListener("input", () => {
            handlers.onInput(input.value);
            this.#open();
        });
        input.addEventListener("keydown", (event) => this.#onKey(event));
        input.addEventListener("blur", () => {
            this.#close();
            handlers.onBlur();
        });
        list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus in the field
        list.addEventListener("click", ({ target }) => {
            const row = [...list.children].indexOf(target.closest("li"));
            if (row >= 0)
                this.#select(row);
        });
    }

    #onKey(event) {
        if (event.isComposing || event.ctrlKey || event.metaKey)
            return;
        const open = !this.#list.hidden;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open)
                this.#open();
            this.#move(event.key === "ArrowDown" ? 1 : -1);
        } else if (event.key === "Enter" && this.#active >= 0) {
            event.preventDefault();
            this.#select(this.#active);
        } else if (event.key === "Enter") {
            event.preventDefault();
            this.#close();
            this.#handlers.onEnter();
        } else if (event.key === "Escape" && open) {
            event.preventDefault();
            this.#close();
        } else if (event.key === "Escape") {
            this.#input.value = "";
            this.#handlers.onInput("");
        }
    }

    #open() {
        this.#options = this.#complete(this.#input.value);
        this.#list.replaceChildren(...this.#options.map(({ content }, row) => {
            const option = document.createElement("li");
            option.id = `${this.#list.id}-${row}`;
            option.setAttribute("role", "option");
            option.append(...content);
            return option;
        }));
        this.#activate(-1);
        this.#list.hidden = this.#options.length === 0;
        this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
    }

    #close() {
        this.#list.hidden = true;
        this.#input.setAttribute("aria-expanded", "false");
        this.#activate(-1);
    }

    // Wraps around; between the last and the first option no option is active (row -1).
    #move(step) {
        const positions = this.#options.length + 1;
        this.#activate((this.#active + 1 + step + positions) % positions - 1);
    }

    #activate(row) {
        this.#active = row;
        for (const [i, option] of [...this.#list.children].entries())
            option.setAttribute("aria-selected", String(i === row));
        if (row < 0 || row >= this.#list.children.length) {
            this.#input.removeAttribute("aria-activedescendant");
        } else {
            this.#input.setAttribute("aria-activedescendant", this.#list.children[row].id);
            this.#list.children[row].scrollIntoView({ block: "nearest" });
        }
    }

    #select(row) {
        const option = this.#options[row];
        this.#input.value = option.text;
        this.#close();
        this.#handlers.onSelect(option);
    }
}
